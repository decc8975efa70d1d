"""Names against patterns with *, ? and [...]."""

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def _class_end(pattern, start):
    """Where the [ at `start` is closed, or -1."""
    position = start + 1
    if pattern[position:position + 1] == "!":
        position += 1
    return pattern.find("]", position + 1)


def _in_class(char, body):
    negated = body.startswith("!")
    if negated:
        body = body[1:]
    position = 0
    found = False
    while position < len(body):
        if body[position + 1:position + 2] == "-" and position + 2 < len(body):
            found = found or body[position] <= char <= body[position + 2]
            position += 3
        else:
            found = found or body[position] == char
            position += 1
    return found != negated


def fnmatchcase(name, pat):
    at, position = 0, 0
    star, star_at = -1, 0  # where the last * is, and what of the name it has taken so far
    while at < len(name):
        sign = pat[position:position + 1]
        end = _class_end(pat, position) if sign == "[" else -1
        if sign == "*":
            star, star_at = position, at
            position += 1
        elif end >= 0 and _in_class(name[at], pat[position + 1:end]):
            at, position = at + 1, end + 1
        elif end < 0 and (sign == "?" or sign == name[at]):
            at, position = at + 1, position + 1
        elif star >= 0:
            star_at += 1
            at, position = star_at, star + 1
        else:
            return False
    return pat[position:].strip("*") == ""


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def translate(pat):
    """The pattern as a regular expression."""
    parts = []
    position = 0
    while position < len(pat):
        sign = pat[position]
        end = _class_end(pat, position) if sign == "[" else -1
        if sign == "*":
            if not parts or parts[-1] != ".*":
                parts.append(".*")
        elif sign == "?":
            parts.append(".")
        elif end >= 0:
            body = pat[position + 1:end].replace("\\", "\\\\")
            parts.append("[^" + body[1:] + "]" if body.startswith("!") else "[" + body + "]")
            position = end
        else:
            parts.append(sign if sign.isalnum() or sign == "_" or ord(sign) > 127 else "\\" + sign)
        position += 1
    return "(?s:" + "".join(parts) + ")\\Z"
