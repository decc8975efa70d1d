#!/usr/bin/env python3
"""Writes src/python/types/unicode_case_rows.h: Unicode's case mappings as this Python has them, as ranges.

Run it by hand with a newer Python to follow a newer Unicode.
"""

import pathlib
import unicodedata

CODE_POINTS = [c for c in range(0x80, 0x110000) if not 0xD800 <= c < 0xE000]
HEADER = pathlib.Path(__file__).resolve().parent.parent / "src/python/types/unicode_case_rows.h"


def ranges(mapping):
    """[first, last, distance, step] of code points that map to one other."""
    rows = []
    for code in CODE_POINTS:
        mapped = mapping(chr(code))
        if len(mapped) != 1 or ord(mapped) == code:
            continue
        distance = ord(mapped) - code
        if rows and rows[-1][2] == distance and goes_on(rows[-1], code):
            rows[-1][3] = code - rows[-1][1]
            rows[-1][1] = code
        else:
            rows.append([code, code, distance, 1])
    return rows


def goes_on(row, code):
    gap = code - row[1]
    return gap in (1, 2) if row[0] == row[1] else gap == row[3]


def literal(text):
    return '"' + "".join("\\u%04x" % ord(c) if ord(c) >= 0x80 else c for c in text) + '"'


def table(kind, name, cells):
    lines = ["    " + " ".join(cells[i : i + 5]) for i in range(0, len(cells), 5)]
    return "inline constexpr %s %s[] = {\n%s\n};\n" % (kind, name, "\n".join(lines))


def range_table(name, rows):
    return table("CaseRange", name, ["{0x%X, 0x%X, %d, %d}," % tuple(row) for row in rows])


def text_table(name, mapping, is_special):
    cells = ["{0x%X, %s}," % (code, literal(mapping(chr(code)))) for code in CODE_POINTS if is_special(chr(code))]
    return table("CaseText", name, cells)


def title_by_rule(character):
    upper = character.upper()
    return upper[0] + upper[1:].lower()


parts = [
    "#pragma once",
    "// Made by tools/unicode_case_rows.py from Unicode %s." % unicodedata.unidata_version,
    "// clang-format off",
    "",
    "#include <cstdint>",
    "",
    "namespace limbeck::python {",
    "",
    "/// Code points from first to last, step apart, and how far off their counterparts are.",
    "struct CaseRange { char32_t first, last; int32_t distance; uint8_t step; };",
    "struct CaseText { char32_t code; const char* text; };",
    range_table("kLowerRanges", ranges(str.lower)),
    range_table("kUpperRanges", ranges(str.upper)),
    "/// Capitals of more than one code point.",
    text_table("kUpperTexts", str.upper, lambda c: len(c.upper()) > 1),
    "/// Where a title is not the capital's first letter and the rest in small letters.",
    text_table("kTitleTexts", str.title, lambda c: c.title() != title_by_rule(c) and not "\u10d0" <= c <= "\u10ff"),
    "}  // namespace limbeck::python",
]
HEADER.write_text("\n".join(parts) + "\n")
