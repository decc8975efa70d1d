from six.moves.urllib import parse
