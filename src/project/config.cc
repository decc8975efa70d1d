#include "project/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/text.h"
#include "base/utf8.h"
#include "limbeck/error.h"
#include "project/percent_format.h"
#include "project/python_path.h"

namespace limbeck::project {
namespace {

template <typename... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

SourcePtr ReadText(FileSystem& files, const std::string& path) {
  auto source = std::make_shared<SourceFile>(path, files.ReadFile(path));
  const size_t bad = FindInvalidUtf8(source->text());
  if (bad == std::string_view::npos) return source;
  const auto at = static_cast<uint32_t>(bad);
  throw Error(ErrorKind::kConfig, fmt::format("{} is not UTF-8: byte 0x{:02x} at position {}", PythonRepr(path),
                                              static_cast<unsigned char>(source->text()[bad]), bad))
      .ExceptionClass("UnicodeDecodeError")
      .At({.file = path, .line = source->LineOf(at), .column = 0, .source_line = "", .width = 1})
      .Hint("save the file as UTF-8");
}

std::string HereOf(FileSystem& files, const std::string& path) {
  return FolderOf(AbsolutePythonPath(files, path));
}

std::map<std::string, std::string> WithHere(std::map<std::string, std::string> arguments, const std::string& here) {
  arguments["here"] = here;
  return arguments;
}

/// The pattern ", *| +" of Alembic's old lists, and a colon where asked for.
std::vector<std::string> SplitLegacyList(const std::string& text, bool colons) {
  std::vector<std::string> parts(1);
  for (size_t i = 0; i < text.size(); ++i) {
    const bool separates = text[i] == ',' || text[i] == ' ' || (colons && text[i] == ':');
    if (!separates) {
      parts.back() += text[i];
      continue;
    }
    if (text[i] != ':') {
      while (i + 1 < text.size() && text[i + 1] == ' ') ++i;
    }
    parts.emplace_back();
  }
  return parts;
}

std::vector<std::string> SplitList(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (const std::string& part : Split(text, separator)) {
    if (!part.empty()) parts.emplace_back(Trim(part));
  }
  return parts;
}

void Note(std::vector<std::string>* notes, const std::string& text) {
  if (notes != nullptr) notes->push_back(text);
}

struct SeparatorEntry {
  const char* name;
  char separator;
};
constexpr SeparatorEntry kSeparators[] = {{"space", ' '}, {"newline", '\n'}, {"os", ':'}, {":", ':'}, {";", ';'}};

bool IsOneOf(const std::string& word, std::initializer_list<const char*> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Alembic lets this CommandError through: it is met before there is a command to run.
Error TooManyFiles(const std::string& text) {
  Error error(ErrorKind::kConfig, text);
  error.ExceptionClass("alembic.util.exc.CommandError");
  return error;
}

}  // namespace

ConfigFiles ChooseConfigFiles(const std::vector<std::string>& named, Environment& environment) {
  ConfigFiles chosen;
  const std::string variable = environment.Get("ALEMBIC_CONFIG").value_or("");
  if (!variable.empty()) (FileNameOf(variable) == chosen.toml ? chosen.toml : chosen.ini) = variable;
  bool has_toml = false;
  bool has_ini = false;
  for (const std::string& name : named) {
    const bool is_toml = FileNameOf(name) == "pyproject.toml";
    if (is_toml && has_toml) throw TooManyFiles("pyproject.toml indicated more than once");
    if (!is_toml && has_ini) throw TooManyFiles("only one ini file may be indicated");
    (is_toml ? has_toml : has_ini) = true;
    (is_toml ? chosen.toml : chosen.ini) = name;
  }
  return chosen;
}

Config::Config(std::string section, const std::map<std::string, std::string>& arguments)
    : section_(std::move(section)), parser_(WithHere(arguments, ".")), toml_arguments_(arguments) {
  if (section_ != "DEFAULT") parser_.AddSection(section_);
}

Config Config::Load(FileSystem& files, const ConfigFiles& names, std::string section,
                    const std::map<std::string, std::string>& arguments) {
  Config config(std::move(section), arguments);
  config.config_file_name_ = names.ini;
  config.toml_file_name_ = names.toml;
  const std::map<std::string, std::string> defaults = WithHere(arguments, HereOf(files, names.ini));
  config.has_ini_file_ = files.Exists(names.ini);
  config.parser_ =
      config.has_ini_file_ ? ConfigParser(defaults, ParseIni(ReadText(files, names.ini))) : ConfigParser(defaults);
  if (files.Exists(names.toml)) {
    config.toml_arguments_["here"] = HereOf(files, names.toml);
    config.toml_ = ParseTomlConfig(ReadText(files, names.toml));
  }
  return config;
}

std::optional<ConfigParser::Items> Config::GetSection(const std::string& name) const {
  if (!parser_.HasSection(name)) return std::nullopt;
  return parser_.GetItems(name);
}

std::optional<std::string> Config::GetSectionOption(const std::string& section, const std::string& name) const {
  if (parser_.HasSection(section)) return parser_.Get(section, name);
  const std::string file = config_file_name_ ? PythonRepr(*config_file_name_) : "None";
  throw Error(ErrorKind::kCommand,
              fmt::format("No config file {} found, or file has no '[{}]' section", file, section));
}

std::optional<std::string> Config::GetMainOption(const std::string& name) const {
  return GetSectionOption(section_, name);
}

void Config::SetSectionOption(const std::string& section, const std::string& name, const std::string& value) {
  if (!parser_.HasSection(section)) parser_.AddSection(section);
  parser_.Set(section, name, value);
}

void Config::SetMainOption(const std::string& name, const std::string& value) {
  SetSectionOption(section_, name, value);
}

void Config::RemoveMainOption(const std::string& name) {
  parser_.RemoveOption(section_, name);
}

std::optional<TomlValue> Config::GetAlembicOption(const std::string& name) const {
  if (parser_.HasOption(section_, name)) return parser_.Get(section_, name);
  return GetTomlOption(name);
}

std::optional<std::string> Config::GetAlembicText(const std::string& name) const {
  const std::optional<TomlValue> value = GetAlembicOption(name);
  if (!value) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&*value)) return *text;
  throw Error(ErrorKind::kCommand, fmt::format("text value expected for TOML parameter {}", PythonRepr(name)))
      .At(TomlPlaceOf(name));
}

bool Config::GetAlembicBoolean(const std::string& name) const {
  if (parser_.HasOption(section_, name)) return parser_.Get(section_, name) == "true";
  const auto found = toml_.values.find(name);
  if (found == toml_.values.end()) return false;
  if (const bool* flag = std::get_if<bool>(&found->second)) return *flag;
  throw Error(ErrorKind::kCommand, fmt::format("boolean value expected for TOML parameter {}", PythonRepr(name)))
      .At(TomlPlaceOf(name))
      .Hint(fmt::format("{} = true or {} = false, without quotes", name, name));
}

std::optional<int> Config::TruncateSlugLength() const {
  const std::optional<TomlValue> value = GetAlembicOption("truncate_slug_length");
  if (!value) return std::nullopt;
  if (const auto* number = std::get_if<int64_t>(&*value)) return static_cast<int>(*number);
  const auto* given = std::get_if<std::string>(&*value);
  const std::string text = given == nullptr ? "" : *given;
  const std::string digits(Trim(text));
  int number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (problem == std::errc() && end == digits.data() + digits.size()) return number;
  throw Error(ErrorKind::kConfig, "invalid literal for int() with base 10: " + PythonRepr(text))
      .ExceptionClass("ValueError")
      .At(PlaceOf("truncate_slug_length"));
}

bool Config::RevisionEnvironment() const {
  const std::optional<TomlValue> value = GetAlembicOption("revision_environment");
  if (!value) return false;
  if (const bool* flag = std::get_if<bool>(&*value)) return *flag;
  if (const auto* number = std::get_if<int64_t>(&*value)) return *number != 0;
  const auto* text = std::get_if<std::string>(&*value);
  if (text == nullptr) return true;
  const std::string word = ToLower(Trim(*text));
  if (IsOneOf(word, {"true", "yes", "on", "y", "t", "1"})) return true;
  if (IsOneOf(word, {"false", "no", "off", "n", "f", "0"})) return false;
  throw Error(ErrorKind::kConfig, "String is not true/false: " + PythonRepr(word))
      .ExceptionClass("ValueError")
      .At(PlaceOf("revision_environment"));
}

std::optional<char> Config::Separator(const std::vector<std::string>& names, std::vector<std::string>* notes) const {
  for (const std::string& name : names) {
    const std::optional<std::string> value = GetMainOption(name);
    if (!value) continue;
    const auto* found =
        std::find_if(std::begin(kSeparators), std::end(kSeparators), [&](const auto& it) { return *value == it.name; });
    if (found == std::end(kSeparators)) {
      throw Error(
          ErrorKind::kConfig,
          fmt::format("'{}' is not a valid value for {}; expected 'space', 'newline', 'os', ':', ';'", *value, name))
          .ExceptionClass("ValueError")
          .At(PlaceOf(name));
    }
    if (name == "version_path_separator") {
      Note(notes, "The version_path_separator configuration parameter is deprecated; please use path_separator");
    }
    return found->separator;
  }
  return std::nullopt;
}

std::optional<std::vector<std::string>> Config::VersionLocations(std::vector<std::string>* notes) const {
  const std::string text = parser_.Get(section_, "version_locations").value_or("");
  if (text.empty()) return GetTomlList("version_locations");
  if (const auto separator = Separator({"path_separator", "version_path_separator"}, notes)) {
    return SplitList(text, *separator);
  }
  Note(notes,
       "No path_separator found in configuration; falling back to legacy splitting on spaces/commas for "
       "version_locations.  Consider adding path_separator=os to Alembic config.");
  return SplitLegacyList(text, false);
}

std::optional<std::vector<std::string>> Config::PrependSysPath(std::vector<std::string>* notes) const {
  const std::string text = parser_.Get(section_, "prepend_sys_path").value_or("");
  if (text.empty()) return GetTomlList("prepend_sys_path");
  if (const auto separator = Separator({"path_separator"}, notes)) return SplitList(text, *separator);
  Note(notes,
       "No path_separator found in configuration; falling back to legacy splitting on spaces, commas, and colons for "
       "prepend_sys_path.  Consider adding path_separator=os to Alembic config.");
  return SplitLegacyList(text, true);
}

std::vector<std::string> Config::Words(const std::string& name) const {
  std::string text = parser_.Get(section_, name).value_or("");
  if (text.empty()) {
    const std::optional<TomlValue> value = GetTomlOption(name);
    const auto* one = value ? std::get_if<std::string>(&*value) : nullptr;
    if (one == nullptr) return GetTomlList(name).value_or(std::vector<std::string>());
    text = FormatToml(name, *one);
  }
  std::vector<std::string> words = SplitLegacyList(ReplaceAll(text, "\n", " "), false);
  std::erase(words, "");
  return words;
}

std::vector<PostWriteHook> Config::Hooks() const {
  return parser_.HasSection("post_write_hooks") ? IniHooks() : TomlHooks();
}

std::vector<PostWriteHook> Config::IniHooks() const {
  const ConfigParser::Items items = parser_.GetItems("post_write_hooks");
  const auto names = std::find_if(items.begin(), items.end(), [](const auto& item) { return item.first == "hooks"; });
  std::vector<PostWriteHook> hooks;
  for (const std::string& name : SplitLegacyList(names == items.end() ? "" : names->second, false)) {
    if (name.empty()) continue;
    hooks.push_back({.name = name, .options = {}});
    for (const auto& [key, value] : items) {
      const bool own = key.size() > name.size() && key[name.size()] == '.' && key.compare(0, name.size(), name) == 0;
      if (own) hooks.back().options.emplace_back(key.substr(name.size() + 1), value);
    }
  }
  return hooks;
}

std::vector<PostWriteHook> Config::TomlHooks() const {
  const std::optional<TomlValue> value = GetTomlOption("post_write_hooks");
  std::vector<PostWriteHook> hooks;
  if (!value || *value == TomlValue(std::vector<std::string>())) return hooks;
  const auto* tables = std::get_if<std::vector<TomlTable>>(&*value);
  if (tables == nullptr) {
    throw Error(ErrorKind::kCommand, "unsupported TOML value type for key: 'post_write_hooks'")
        .At(TomlPlaceOf("post_write_hooks"))
        .Hint("hooks are written as [[tool.alembic.post_write_hooks]] tables");
  }
  for (const TomlTable& table : *tables) {
    PostWriteHook hook{.name = "", .options = table};
    const std::string* name = hook.Find("name");
    if (name == nullptr) {
      throw Error(ErrorKind::kConfig, "a post write hook has no 'name'")
          .ExceptionClass("KeyError")
          .At(TomlPlaceOf("post_write_hooks"));
    }
    hook.name = *name;
    std::erase_if(hook.options, [](const auto& option) { return option.first == "name"; });
    hooks.push_back(std::move(hook));
  }
  return hooks;
}

std::optional<TomlValue> Config::GetTomlOption(const std::string& name) const {
  const auto found = toml_.values.find(name);
  if (found == toml_.values.end()) return std::nullopt;
  TomlValue value = found->second;
  const auto format = Overloaded{
      [](bool&) {},
      [](int64_t&) {},
      [&](std::string& text) { text = FormatToml(name, text); },
      [&](std::vector<std::string>& texts) {
        for (std::string& text : texts) text = FormatToml(name, text);
      },
      [&](TomlTable& table) { table = FormatToml(name, table); },
      [&](std::vector<TomlTable>& tables) {
        for (TomlTable& table : tables) table = FormatToml(name, table);
      },
      [&](TomlUnsupported&) {
        throw Error(ErrorKind::kCommand, "unsupported TOML value type for key: " + PythonRepr(name))
            .At(TomlPlaceOf(name));
      },
  };
  std::visit(format, value);
  return value;
}

std::optional<std::vector<std::string>> Config::GetTomlList(const std::string& name) const {
  const std::optional<TomlValue> value = GetTomlOption(name);
  if (!value) return std::nullopt;
  if (const auto* texts = std::get_if<std::vector<std::string>>(&*value)) return *texts;
  throw Error(ErrorKind::kCommand, fmt::format("list of texts expected for TOML parameter {}", PythonRepr(name)))
      .At(TomlPlaceOf(name))
      .Hint(fmt::format("{} = [\"...\"]", name));
}

std::string Config::FormatToml(const std::string& name, const std::string& text) const {
  FormatValues values;
  for (const auto& [key, value] : toml_arguments_) values[key] = value;
  return PercentFormat(text, values, TomlPlaceOf(name));
}

TomlTable Config::FormatToml(const std::string& name, TomlTable table) const {
  for (auto& [key, text] : table) text = FormatToml(name, text);
  return table;
}

Place Config::TomlPlaceOf(const std::string& name) const {
  const auto found = toml_.spans.find(name);
  return found == toml_.spans.end() ? Place{} : toml_.source->PlaceOf(found->second);
}

Place Config::PlaceOf(const std::string& name) const {
  return parser_.HasOption(section_, name) ? parser_.PlaceOf(section_, name) : TomlPlaceOf(name);
}

}  // namespace limbeck::project
