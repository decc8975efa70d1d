#include "python/source_encoding.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "limbeck/error.h"

namespace limbeck::python {
namespace {

std::string Decoded(const std::string& bytes) {
  try {
    return std::string(DecodeSource(std::make_shared<SourceFile>("x.py", bytes))->text());
  } catch (const Error& error) {
    return std::to_string(error.place().line) + " " + error.exception_class() + ": " + error.message();
  }
}

TEST(SourceEncoding, Declarations) {
  const std::string accent = "x='\xE9'";
  const std::string decoded = "x='é'";
  for (const char* line : {"# coding: latin-1\n", "# -*- coding: iso-8859-1 -*-\n",
                           "#!/usr/bin/python\n# vim: set fileencoding=Latin_1 :\n", "\n# coding=cp1252\n",
                           "  # coding: windows-1252\r\n", "\f# coding: l1\n"}) {
    EXPECT_EQ(Decoded(line + accent), line + decoded);
  }
  for (const char* line : {"# coding: utf-8\n", "# coding: UTF_8-unix\n", "x\n# coding: latin-1\n", "# encoding\n",
                           "# coding:\n", "'coding: latin-1'\n", "\n\n# coding: latin-1\n"}) {
    EXPECT_EQ(Decoded(line + decoded), line + decoded);
  }
}

TEST(SourceEncoding, NamesMayBeWrittenLoosely) {
  for (const char* name : {"utf- 8", "UTF_8", "utf--8", "utf8 -*-", "u8", "utf"}) {
    const std::string text = "# - *- coding: " + std::string(name) + " - *-\n'é'";
    EXPECT_EQ(Decoded(text), text) << name;
  }
}

TEST(SourceEncoding, WindowsHasMoreThanLatin1) {
  EXPECT_EQ(Decoded("# coding: cp1252\n'\x80\x9F'"), "# coding: cp1252\n'€Ÿ'");
  EXPECT_EQ(Decoded("# coding: latin-1\n'\x80'"), "# coding: latin-1\n'\xC2\x80'");
}

TEST(SourceEncoding, ByteOrderMark) {
  EXPECT_EQ(Decoded("\xEF\xBB\xBFx"), "x");
  EXPECT_EQ(Decoded("\xEF\xBB\xBF# coding: utf-8\nx"), "# coding: utf-8\nx");
  EXPECT_EQ(Decoded("\xEF\xBB\xBF# coding: latin-1\nx"), "1 SyntaxError: encoding problem: latin-1 with BOM");
}

TEST(SourceEncoding, Refusals) {
  EXPECT_EQ(Decoded("# coding: koi8-r\nx"), "1 SyntaxError: unknown encoding: koi8-r");
  EXPECT_EQ(Decoded("x\ny='\xE9'"),
            "2 SyntaxError: Non-UTF-8 code starting with '\\xe9' in file x.py on line 2, but no encoding declared; "
            "see https://peps.python.org/pep-0263/ for details");
  EXPECT_EQ(Decoded("# coding: ascii\n'\xE9'"),
            "2 SyntaxError: 'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range(128)");
  EXPECT_EQ(Decoded("# coding: cp1252\n'\x81'"),
            "2 SyntaxError: 'charmap' codec can't decode byte 0x81 in position 18: character maps to <undefined>");
  EXPECT_EQ(Decoded(std::string("x\0y", 3)), "1 SyntaxError: source code string cannot contain null bytes");
}

TEST(SourceEncoding, NothingToDoIsTheSameSource) {
  const auto source = std::make_shared<SourceFile>("x.py", "# coding: latin-1\nx = 'é'\n");
  const SourcePtr utf8 = std::make_shared<SourceFile>("x.py", "x = 'é'\n");
  EXPECT_EQ(DecodeSource(utf8), utf8);
  EXPECT_NE(DecodeSource(source), source);
}

}  // namespace
}  // namespace limbeck::python
