import datetime

from yaml._reader import plain


def _scalar(value):
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, float):
        text = repr(value)
        return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(text, text)
    if isinstance(value, (int, datetime.date)):
        return str(value)
    return _string(str(value))


def _string(text):
    if "\n" in text or any(ord(letter) < 32 for letter in text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return '"' + escaped + '"'
    odd = text == "" or text != text.strip() or text[0] in "-?:,[]{}#&*!|>'\"%@`" and text[:2] != "-a" or ": " in text
    if odd or " #" in text or text.endswith(":") or not isinstance(plain(text), str):
        return "'" + text.replace("'", "''") + "'"
    return text


def _flow(value, sort_keys):
    if isinstance(value, dict):
        keys = sorted(value) if sort_keys else list(value)
        return "{" + ", ".join(_scalar(key) + ": " + _flow(value[key], sort_keys) for key in keys) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_flow(item, sort_keys) for item in value) + "]"
    return _scalar(value)


def _block(value, sort_keys, indent, depth):
    lines = []
    pad = " " * depth
    if isinstance(value, dict):
        for key in sorted(value) if sort_keys else list(value):
            item = value[key]
            head = pad + _scalar(key) + ":"
            if isinstance(item, (dict, list, tuple)) and item:
                deeper = depth + indent if isinstance(item, dict) else depth
                lines.append(head)
                lines.extend(_block(item, sort_keys, indent, deeper))
            else:
                lines.append(head + " " + _flow(item, sort_keys))
        return lines
    for item in value:
        if isinstance(item, (dict, list, tuple)) and item:
            inner = _block(item, sort_keys, indent, depth + 2)
            lines.append(pad + "- " + inner[0].lstrip(" "))
            lines.extend(inner[1:])
        else:
            lines.append(pad + "- " + _flow(item, sort_keys))
    return lines


def dump_node(value, sort_keys, flow, indent):
    if not isinstance(value, (dict, list, tuple)) or not value or flow:
        text = _flow(value, sort_keys) + "\n"
        return text if isinstance(value, (dict, list, tuple)) else text + "...\n"
    return "\n".join(_block(value, sort_keys, indent, 0)) + "\n"
