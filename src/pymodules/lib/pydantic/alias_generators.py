"""Names of other styles for fields."""

import re


def to_pascal(snake):
    return "".join(part[:1].upper() + part[1:] for part in snake.split("_"))


def to_camel(snake):
    if re.match(r"^[a-z]+[A-Za-z0-9]*$", snake) and re.search("[a-z][A-Z]", snake):
        return snake
    pascal = to_pascal(snake)
    return pascal[:1].lower() + pascal[1:]


def to_snake(camel):
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", camel)
    text = re.sub(r"([a-z])([A-Z])", r"\1_\2", text)
    text = re.sub(r"([0-9])([A-Z])", r"\1_\2", text)
    return text.replace("-", "_").lower()
