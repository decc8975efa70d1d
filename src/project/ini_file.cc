// One pass over the lines. A line is a comment, empty, the continuation of a value (deeper than the line that began
// it), a section header or an option, in this order of precedence; lines that are none of these are collected and
// reported together at the end.

#include "project/ini_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"
#include "limbeck/error.h"

namespace limbeck::project {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A line without its end, and the same stripped.
struct Line {
  uint32_t offset = 0;
  std::string_view text;
  std::string_view stripped;
  bool ended = false;

  uint32_t OffsetOf(std::string_view part) const { return offset + static_cast<uint32_t>(part.data() - text.data()); }
  Span Whole() const { return {OffsetOf(stripped), OffsetOf(stripped) + static_cast<uint32_t>(stripped.size())}; }
  size_t Indent() const { return Utf8Count(text.substr(0, OffsetOf(stripped) - offset)); }
  /// As Python's repr() of the line with its end.
  std::string Repr() const { return PythonRepr(std::string(text) + (ended ? "\n" : "")); }
};

class IniReader {
 public:
  explicit IniReader(SourcePtr source) : source_(std::move(source)) {
    file_.source = source_;
    file_.defaults.name = "DEFAULT";
  }

  IniFile Read() {
    uint32_t offset = source_->text().substr(0, 3) == kByteOrderMark ? 3 : 0;
    while (offset < source_->text().size()) {
      const Line line = LineAt(offset);
      ReadLine(line);
      offset = NextLine(line);
    }
    FinishValue();
    if (!bad_lines_.empty()) throw ParsingError();
    return std::move(file_);
  }

 private:
  Line LineAt(uint32_t offset) const {
    const std::string_view rest = source_->text().substr(offset);
    const std::string_view text = rest.substr(0, rest.find_first_of("\r\n"));
    return {offset, text, Trim(text).empty() ? text.substr(0, 0) : Trim(text), text.size() < rest.size()};
  }

  uint32_t NextLine(const Line& line) const {
    const std::string_view text = source_->text();
    const size_t end = line.offset + line.text.size();
    const bool two = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    return static_cast<uint32_t>(end + (two ? 2 : 1));
  }

  void ReadLine(const Line& line) {
    const bool is_comment = !line.stripped.empty() && (line.stripped[0] == '#' || line.stripped[0] == ';');
    if (is_comment) return;
    if (line.stripped.empty()) {
      if (value_open_) AddValueLine(line, line.stripped);
    } else if (value_open_ && line.Indent() > indent_) {
      AddValueLine(line, line.stripped);
    } else {
      indent_ = line.Indent();
      ReadHeader(line);
    }
  }

  void ReadHeader(const Line& line) {
    const size_t bracket = line.stripped.rfind(']');
    if (line.stripped[0] == '[' && bracket != std::string_view::npos && bracket > 1) {
      BeginSection(line, std::string(line.stripped.substr(1, bracket - 1)));
    } else if (!section_) {
      throw MissingHeader(line);
    } else {
      BeginOption(line);
    }
  }

  void BeginSection(const Line& line, const std::string& name) {
    FinishValue();
    if (name == file_.defaults.name) {
      section_ = kDefaults;
      return;
    }
    const auto same = [&](const IniSection& section) { return section.name == name; };
    if (std::any_of(file_.sections.begin(), file_.sections.end(), same)) throw DuplicateSection(line, name);
    section_ = file_.sections.size();
    file_.sections.push_back({.name = name, .options = {}});
  }

  void BeginOption(const Line& line) {
    const size_t separator = line.stripped.find_first_of("=:");
    if (separator == std::string_view::npos) {
      bad_lines_.push_back(line);
      return;
    }
    FinishValue();
    const std::string name = ToLower(TrimRight(line.stripped.substr(0, separator)));
    if (name.empty()) bad_lines_.push_back(line);
    if (Section().Find(name) != nullptr) throw DuplicateOption(line, name);
    Section().options.push_back({.name = name, .value = "", .line_offsets = {}});
    std::string_view value = line.stripped.substr(separator + 1);
    if (!Trim(value).empty()) value = Trim(value);
    AddValueLine(line, value);
    value_open_ = !name.empty();
  }

  void AddValueLine(const Line& line, std::string_view text) {
    IniOption& option = Section().options.back();
    if (!option.line_offsets.empty()) option.value += '\n';
    option.value += Trim(text);
    option.line_offsets.push_back(line.OffsetOf(text));
  }

  void FinishValue() {
    if (!section_ || Section().options.empty()) return;
    IniOption& option = Section().options.back();
    option.value = std::string(TrimRight(option.value));
    value_open_ = false;
  }

  IniSection& Section() { return *section_ == kDefaults ? file_.defaults : file_.sections[*section_]; }

  /// As Python's repr() of the pathlib path that Alembic hands to configparser.
  std::string FileRepr() const { return fmt::format("PosixPath({})", PythonRepr(source_->path())); }

  Error Failure(const Line& line, const std::string& name, const std::string& message) const {
    return Error(ErrorKind::kConfig, message).ExceptionClass("configparser." + name).At(source_->PlaceOf(line.Whole()));
  }

  int NumberOf(const Line& line) const { return source_->LineOf(line.offset); }

  Error MissingHeader(const Line& line) const {
    return Failure(line, "MissingSectionHeaderError",
                   fmt::format("File contains no section headers.\nfile: {}, line: {}\n{}", FileRepr(), NumberOf(line),
                               line.Repr()))
        .Hint("begin the file with [alembic]");
  }

  Error DuplicateSection(const Line& line, const std::string& name) const {
    return Failure(line, "DuplicateSectionError",
                   fmt::format("While reading from {} [line {:2}]: section {} already exists", FileRepr(),
                               NumberOf(line), PythonRepr(name)));
  }

  Error DuplicateOption(const Line& line, const std::string& name) {
    return Failure(line, "DuplicateOptionError",
                   fmt::format("While reading from {} [line {:2}]: option {} in section {} already exists", FileRepr(),
                               NumberOf(line), PythonRepr(name), PythonRepr(Section().name)));
  }

  Error ParsingError() const {
    std::string message = "Source contains parsing errors: " + FileRepr();
    for (const Line& line : bad_lines_) message += fmt::format("\n\t[line {:2}]: {}", NumberOf(line), line.Repr());
    return Failure(bad_lines_.front(), "ParsingError", message)
        .Hint("an option is written as \"name = value\"; the lines that continue a value are indented");
  }

  static constexpr size_t kDefaults = static_cast<size_t>(-1);

  SourcePtr source_;
  IniFile file_;
  std::optional<size_t> section_;
  /// Indented and empty lines belong to the last option.
  bool value_open_ = false;
  size_t indent_ = 0;
  std::vector<Line> bad_lines_;
};

}  // namespace

const IniOption* IniSection::Find(const std::string& option) const {
  const auto found = std::find_if(options.begin(), options.end(), [&](const auto& it) { return it.name == option; });
  return found == options.end() ? nullptr : &*found;
}

IniFile ParseIni(SourcePtr source) {
  return IniReader(std::move(source)).Read();
}

}  // namespace limbeck::project
