#include "project/config_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace limbeck::project {
namespace {

/// configparser's MAX_INTERPOLATION_DEPTH.
constexpr int kDepthLimit = 10;
constexpr const char* kDoubleIt = "a percent sign that is meant literally is written twice: %%";

bool IsDefault(const std::string& section) {
  return section.empty() || section == "DEFAULT";
}

void SetOption(IniSection& section, IniOption option) {
  const auto same = [&](const IniOption& it) { return it.name == option.name; };
  const auto found = std::find_if(section.options.begin(), section.options.end(), same);
  if (found == section.options.end()) {
    section.options.push_back(std::move(option));
  } else {
    *found = std::move(option);
  }
}

size_t FirstLineLength(const IniOption& option) {
  return std::min(option.value.find('\n'), option.value.size());
}

/// Source span of a piece of an option's value; nothing for options that no file has.
std::optional<Span> SpanInFile(const IniOption& option, size_t position, size_t length) {
  size_t line = 0;
  size_t line_begin = 0;
  for (size_t end = option.value.find('\n'); end < position; end = option.value.find('\n', line_begin)) {
    line_begin = end + 1;
    ++line;
  }
  if (line >= option.line_offsets.size()) return std::nullopt;
  const auto begin = option.line_offsets[line] + static_cast<uint32_t>(position - line_begin);
  return Span{begin, begin + static_cast<uint32_t>(length)};
}

}  // namespace

/// Expands one value. Holds what the messages name: the option that was asked for.
class ConfigParser::Interpolation {
 public:
  Interpolation(const ConfigParser& parser, const std::string& section, const IniOption& option)
      : parser_(parser), section_(section), option_(option) {}

  std::string Expand() {
    Append(option_, 1);
    return std::move(text_);
  }

 private:
  void Append(const IniOption& option, int depth) {
    if (depth > kDepthLimit) throw TooDeep(option);
    const std::string_view value = option.value;
    size_t position = 0;
    for (size_t percent = value.find('%'); percent != std::string_view::npos; percent = value.find('%', position)) {
      text_ += value.substr(position, percent - position);
      position = AppendPercent(option, percent, depth);
    }
    text_ += value.substr(position);
  }

  /// Returns the position behind what the percent sign began.
  size_t AppendPercent(const IniOption& option, size_t percent, int depth) {
    const std::string_view rest = std::string_view(option.value).substr(percent);
    if (rest.substr(0, 2) == "%(") return AppendReference(option, percent, depth);
    text_ += '%';
    return percent + (rest.substr(0, 2) == "%%" ? 2 : 1);
  }

  size_t AppendReference(const IniOption& option, size_t percent, int depth) {
    const std::string_view rest = std::string_view(option.value).substr(percent);
    const size_t close = rest.find(')');
    if (close == std::string_view::npos || close == 2 || rest.substr(close, 2) != ")s") {
      throw BadReference(option, percent, std::string(rest));
    }
    const std::string name = ToLower(rest.substr(2, close - 2));
    const IniOption* other = parser_.FindOption(section_, name);
    if (other == nullptr) throw MissingOption(option, percent, close + 2, name);
    Append(*other, depth + 1);
    return percent + close + 2;
  }

  Error Failure(const char* name, const std::string& message, const IniOption& option, size_t position,
                size_t length) const {
    Error error(ErrorKind::kConfig, message);
    error.ExceptionClass(name).Hint(kDoubleIt);
    const std::optional<Span> span = SpanInFile(option, position, length);
    if (span && parser_.file_.source) error.At(parser_.file_.source->PlaceOf(*span));
    return error;
  }

  Error BadReference(const IniOption& option, size_t percent, const std::string& rest) const {
    return Failure("configparser.InterpolationSyntaxError", "bad interpolation variable reference " + PythonRepr(rest),
                   option, percent, 2);
  }

  Error MissingOption(const IniOption& option, size_t percent, size_t length, const std::string& name) const {
    return Failure(
        "configparser.InterpolationMissingOptionError",
        fmt::format("Bad value substitution: option {} in section {} contains an interpolation key {} "
                    "which is not a valid option name. Raw value: {}",
                    PythonRepr(option_.name), PythonRepr(section_), PythonRepr(name), PythonRepr(option_.value)),
        option, percent, length);
  }

  Error TooDeep(const IniOption& option) const {
    return Failure("configparser.InterpolationDepthError",
                   fmt::format("Recursion limit exceeded in value substitution: option {} in section {} contains an "
                               "interpolation key which cannot be substituted in {} steps. Raw value: {}",
                               PythonRepr(option_.name), PythonRepr(section_), kDepthLimit, PythonRepr(option_.value)),
                   option, 0, FirstLineLength(option));
  }

  const ConfigParser& parser_;
  const std::string& section_;
  const IniOption& option_;
  std::string text_;
};

ConfigParser::ConfigParser(const std::map<std::string, std::string>& defaults) : ConfigParser(defaults, {}) {}

ConfigParser::ConfigParser(const std::map<std::string, std::string>& defaults, IniFile file) : file_(std::move(file)) {
  IniSection merged{.name = "DEFAULT", .options = {}};
  for (const auto& [name, value] : defaults)
    SetOption(merged, {.name = ToLower(name), .value = value, .line_offsets = {}});
  for (IniOption& option : file_.defaults.options) SetOption(merged, std::move(option));
  file_.defaults = std::move(merged);
}

std::vector<std::string> ConfigParser::SectionNames() const {
  std::vector<std::string> names;
  names.reserve(file_.sections.size());
  for (const IniSection& section : file_.sections) names.push_back(section.name);
  return names;
}

void ConfigParser::AddSection(const std::string& section) {
  if (section == "DEFAULT") {
    throw Error(ErrorKind::kConfig, "Invalid section name: 'DEFAULT'").ExceptionClass("ValueError");
  }
  if (HasSection(section)) {
    throw Error(ErrorKind::kConfig, fmt::format("Section {} already exists", PythonRepr(section)))
        .ExceptionClass("configparser.DuplicateSectionError");
  }
  file_.sections.push_back({.name = section, .options = {}});
}

bool ConfigParser::RemoveSection(const std::string& section) {
  return std::erase_if(file_.sections, [&](const IniSection& it) { return it.name == section; }) > 0;
}

bool ConfigParser::HasOption(const std::string& section, const std::string& option) const {
  return FindOption(section, ToLower(option)) != nullptr;
}

std::optional<std::string> ConfigParser::Get(const std::string& section, const std::string& option) const {
  const IniOption* found = FindOption(section, ToLower(option));
  if (found == nullptr) return std::nullopt;
  return Interpolate(section, *found);
}

std::optional<std::string> ConfigParser::GetRaw(const std::string& section, const std::string& option) const {
  const IniOption* found = FindOption(section, ToLower(option));
  return found == nullptr ? std::nullopt : std::optional(found->value);
}

std::vector<std::string> ConfigParser::OptionNames(const std::string& section) const {
  const IniSection* own = FindSection(section);
  std::vector<std::string> names;
  for (const IniOption& option : own->options) names.push_back(option.name);
  for (const IniOption& option : file_.defaults.options) {
    if (own->Find(option.name) == nullptr) names.push_back(option.name);
  }
  return names;
}

ConfigParser::Items ConfigParser::GetItems(const std::string& section) const {
  Items items;
  for (const IniOption& option : file_.defaults.options) {
    items.emplace_back(option.name, Interpolate(section, *FindOption(section, option.name)));
  }
  const IniSection* own = FindSection(section);
  if (own == nullptr) return items;
  for (const IniOption& option : own->options) {
    if (file_.defaults.Find(option.name) == nullptr) items.emplace_back(option.name, Interpolate(section, option));
  }
  return items;
}

void ConfigParser::Set(const std::string& section, const std::string& option, const std::string& value) {
  IniSection* own = FindWritable(section);
  if (own == nullptr) {
    throw Error(ErrorKind::kConfig, "No section: " + PythonRepr(section)).ExceptionClass("configparser.NoSectionError");
  }
  SetOption(*own, {.name = ToLower(option), .value = value, .line_offsets = {}});
}

bool ConfigParser::RemoveOption(const std::string& section, const std::string& option) {
  IniSection* own = FindWritable(section);
  if (own == nullptr) {
    throw Error(ErrorKind::kConfig, "No section: " + PythonRepr(section)).ExceptionClass("configparser.NoSectionError");
  }
  const std::string name = ToLower(option);
  return std::erase_if(own->options, [&](const IniOption& it) { return it.name == name; }) > 0;
}

Place ConfigParser::PlaceOf(const std::string& section, const std::string& option) const {
  const IniOption* found = FindOption(section, ToLower(option));
  if (found == nullptr || !file_.source) return {};
  const std::optional<Span> span = SpanInFile(*found, 0, FirstLineLength(*found));
  return span ? file_.source->PlaceOf(*span) : Place{};
}

const IniSection* ConfigParser::FindSection(const std::string& section) const {
  const auto same = [&](const IniSection& it) { return it.name == section; };
  const auto found = std::find_if(file_.sections.begin(), file_.sections.end(), same);
  return found == file_.sections.end() ? nullptr : &*found;
}

IniSection* ConfigParser::FindWritable(const std::string& section) {
  if (IsDefault(section)) return &file_.defaults;
  const auto same = [&](const IniSection& it) { return it.name == section; };
  const auto found = std::find_if(file_.sections.begin(), file_.sections.end(), same);
  return found == file_.sections.end() ? nullptr : &*found;
}

const IniOption* ConfigParser::FindOption(const std::string& section, const std::string& option) const {
  if (IsDefault(section)) return file_.defaults.Find(option);
  const IniSection* own = FindSection(section);
  if (own == nullptr) return nullptr;
  const IniOption* found = own->Find(option);
  return found != nullptr ? found : file_.defaults.Find(option);
}

std::string ConfigParser::Interpolate(const std::string& section, const IniOption& option) const {
  return Interpolation(*this, section, option).Expand();
}

}  // namespace limbeck::project
