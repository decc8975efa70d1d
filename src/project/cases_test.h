#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::project {

/// One case of a file in tests/data/project: "=== name", the input, "---", what is expected. Texts end with a newline.
/// When the name has "(escaped)", "\r", "\t", "\f", "\\", "\xHH" in the input stand for those bytes and "\c" ends it.
struct FileCase {
  std::string name;
  std::string input;
  std::string expected;
};

inline std::string Unescape(const std::string& text) {
  constexpr std::string_view kNames = "rtfn\\";
  constexpr std::string_view kBytes = "\r\t\f\n\\";
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    if (c == 'c') break;
    if (c == 'x') {
      out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += kBytes[kNames.find(c)];
    }
  }
  return out;
}

inline std::vector<FileCase> ReadCases(const std::string& file) {
  std::ifstream stream(std::string(LIMBECK_SOURCE_DIR) + "/tests/data/project/" + file);
  EXPECT_TRUE(stream.is_open()) << file;
  std::vector<FileCase> cases;
  bool in_input = true;
  for (std::string line; std::getline(stream, line);) {
    if (line.compare(0, 4, "=== ") == 0) {
      cases.push_back({line.substr(4), "", ""});
      in_input = true;
    } else if (line == "---") {
      in_input = false;
    } else if (!cases.empty()) {
      (in_input ? cases.back().input : cases.back().expected) += line + "\n";
    }
  }
  for (FileCase& it : cases) {
    if (it.name.find("(escaped)") != std::string::npos) it.input = Unescape(it.input);
  }
  EXPECT_FALSE(cases.empty()) << file;
  return cases;
}

using Texts = std::vector<std::string>;
using TextMap = std::map<std::string, std::string>;

/// The error that a call throws, as a person sees it; "no error" without one.
template <typename Call>
std::string ErrorOf(const Call& call) {
  try {
    call();
    return "no error";
  } catch (const Error& error) {
    return error.Render();
  }
}

inline SourcePtr MakeSource(const std::string& path, const std::string& text) {
  return std::make_shared<SourceFile>(path, text);
}

}  // namespace limbeck::project
