#!/usr/bin/env python3
"""Each public header compiles alone, and twice, with the strictest warnings of both compilers, under other people's
flags: headers_test.py ROOT."""

import shutil
import subprocess
import sys
import unittest
from pathlib import Path

INCLUDE = Path(sys.argv.pop(1)) / "include"

GNU = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Wsign-conversion", "-Wold-style-cast",
       "-Wcast-qual", "-Wcast-align", "-Wformat=2", "-Wundef", "-Wnon-virtual-dtor", "-Woverloaded-virtual",
       "-Wredundant-decls", "-Wextra-semi", "-Wuseless-cast", "-Wduplicated-cond", "-Wlogical-op", "-Wnull-dereference",
       "-Wzero-as-null-pointer-constant", "-fvisibility=hidden"]
# Of -Weverything less what is about older standards, about padding, and about tables of virtual functions in one place.
CLANG = ["-Weverything", "-Wno-c++98-compat", "-Wno-c++98-compat-pedantic", "-Wno-c++20-compat", "-Wno-padded",
         "-Wno-weak-vtables", "-fvisibility=hidden"]
C = ["-x", "c", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Wstrict-prototypes", "-Wmissing-prototypes", "-Wshadow",
     "-Wconversion"]
CPP = ["-x", "c++", "-std=c++20"]


def complaints(compiler, flags, header):
    text = f"#include <{header}>\n" * 2
    done = subprocess.run([compiler, "-fsyntax-only", "-Werror", *flags, f"-I{INCLUDE}", "-"], input=text, text=True,
                          capture_output=True)
    return done.stderr


class HeadersTest(unittest.TestCase):
    def check(self, compiler, flags, headers):
        if shutil.which(compiler) is None:
            self.skipTest(f"there is no {compiler}")
        self.assertGreater(len(headers), 0)
        for header in headers:
            with self.subTest(header):
                self.assertEqual(complaints(compiler, flags, header), "")

    def all_headers(self):
        return sorted(str(path.relative_to(INCLUDE)) for path in INCLUDE.rglob("*.h"))

    def test_gcc(self):
        self.check("g++", CPP + GNU, self.all_headers())

    def test_clang(self):
        self.check("clang++", CPP + CLANG, self.all_headers())

    def test_c(self):
        self.check("gcc", C, ["limbeck.h"])
        self.check("clang", C + ["-Weverything", "-Wno-padded"], ["limbeck.h"])


if __name__ == "__main__":
    unittest.main()
