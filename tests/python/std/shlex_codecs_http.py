# shlex, codecs, http.
import codecs
import http.client
import shlex
from http import HTTPMethod, HTTPStatus

for text in ("a b 'c d' \"e f\" g\\ h", "x='1 2'", "a # b", "", "'' \"\"", "a\"b\"c", "\"a\\\"b\\n\""):
    print(shlex.split(text))
    # expect: ['a', 'b', 'c d', 'e f', 'g h']
    # expect: ['x=1 2']
    # expect: ['a', '#', 'b']
    # expect: []
    # expect: ['', '']
    # expect: ['abc']
    # expect: ['a"b\\n']
print(shlex.split("a # b", comments=True), shlex.split("'a b' c", posix=False))
# expect: ['a'] ["'a b'", 'c']
print([shlex.quote(text) for text in ("a", "a b", "it's", "", "$x")], shlex.join(["a b", "c"]))
# expect: ['a', "'a b'", '\'it\'"\'"\'s\'', "''", "'$x'"] 'a b' c
for bad in ("'a", "a\\"):
    try:
        shlex.split(bad)
    except ValueError as error:
        print(error)
        # expect: No closing quotation
        # expect: No escaped character
print(list(shlex.shlex("a=b; c 'd e'")), list(shlex.shlex("a && b || c; d>e", punctuation_chars=True)))
# expect: ['a', '=', 'b', ';', 'c', "'d e'"] ['a', '&&', 'b', '||', 'c', ';', 'd', '>', 'e']
print(codecs.encode("Hello", "rot13"), codecs.encode("é", "utf-8"), codecs.decode(b"\xe9", "latin-1"), codecs.decode("6162", "hex"), codecs.encode(b"ab", "hex"))
# expect: Uryyb b'\xc3\xa9' é b'ab' b'6162'
print(codecs.BOM_UTF8, codecs.lookup("utf-8").name, codecs.getencoder("ascii")("ab"), codecs.decode(b"a\\tb", "unicode_escape"))
# expect: b'\xef\xbb\xbf' utf-8 (b'ab', 2) a	b
print(HTTPStatus(404), HTTPStatus.NOT_FOUND.phrase, HTTPStatus.OK == 200, repr(HTTPStatus.CREATED), HTTPStatus.CREATED.description)
# expect: 404 Not Found True <HTTPStatus.CREATED: 201> Document created, URL follows
print(http.client.NOT_FOUND, http.client.responses[500], HTTPMethod.GET, len(HTTPStatus))
# expect: 404 Internal Server Error GET 62
