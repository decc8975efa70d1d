"""Texts that are safe in HTML, and back."""

__all__ = ["escape", "unescape"]

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
          "euro": "\u20ac", "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013", "lsquo": "\u2018",
          "rsquo": "\u2019", "ldquo": "\u201c", "rdquo": "\u201d", "bull": "\u2022", "trade": "\u2122",
          "laquo": "\xab", "raquo": "\xbb", "times": "\xd7", "deg": "\xb0", "pound": "\xa3", "sect": "\xa7",
          "auml": "\xe4", "ouml": "\xf6", "uuml": "\xfc", "Auml": "\xc4", "Ouml": "\xd6", "Uuml": "\xdc",
          "szlig": "\xdf", "eacute": "\xe9", "egrave": "\xe8", "agrave": "\xe0", "ccedil": "\xe7", "ntilde": "\xf1"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(reference):
    """What stands between & and ;, or None."""
    if not reference.startswith("#"):
        return _NAMED.get(reference)
    digits, base = (reference[2:], 16) if reference[1:2] in ("x", "X") else (reference[1:], 10)
    try:
        code = int(digits, base)
    except ValueError:
        return None
    return "\ufffd" if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)


def unescape(s):
    first, *parts = s.split("&")
    out = [first]
    for part in parts:
        reference, semicolon, rest = part.partition(";")
        found = _character(reference) if semicolon else None
        out.append("&" + part if found is None else found + rest)
    return "".join(out)
