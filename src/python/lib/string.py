"""Character classes and $-templates."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _replace(self, mapping, strict):
        out = []
        text = self.template
        position = 0
        while position < len(text):
            found = text.find(self.delimiter, position)
            if found < 0:
                break
            out.append(text[position:found])
            name, position = self._name_at(found + 1)
            if name == self.delimiter:
                out.append(self.delimiter)
            elif name is None:
                if strict:
                    line = text.count("\n", 0, found) + 1
                    column = found - text.rfind("\n", 0, found)
                    raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))
                out.append(self.delimiter)
                position = found + 1
            elif strict or name in mapping:
                out.append(str(mapping[name]))
            else:
                out.append(text[found:position])
        out.append(text[position:])
        return "".join(out)

    def _name_at(self, position):
        """The placeholder that starts behind a delimiter and where it ends."""
        text = self.template
        if text[position:position + 1] == self.delimiter:
            return self.delimiter, position + 1
        braced = text[position:position + 1] == "{"
        start = position + 1 if braced else position
        end = start
        while end < len(text) and (text[end] == "_" or (text[end].isascii() and text[end].isalnum())):
            end += 1
        name = text[start:end]
        if not name or name[0].isdigit() or (braced and text[end:end + 1] != "}"):
            return None, position
        return name, end + 1 if braced else end

    def substitute(self, mapping=None, /, **kws):
        return self._replace({**(mapping or {}), **kws}, True)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._replace({**(mapping or {}), **kws}, False)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
