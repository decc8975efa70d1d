#include <algorithm>
#include <set>

#include "base/log.h"
#include "base/text.h"
#include "limbeck/error.h"

// logging.config.fileConfig's reading of an ini file.

namespace limbeck {
namespace {

using Options = std::map<std::string, std::string>;

const Options& Section(const IniSections& sections, const std::string& name) {
  const auto found = sections.find(name);
  if (found != sections.end()) return found->second;
  throw Error(ErrorKind::kConfig, "No section: " + PythonRepr(name));
}

std::string Get(const Options& options, const std::string& name, const std::string& fallback = {}) {
  const auto found = options.find(name);
  return found == options.end() ? fallback : found->second;
}

std::vector<std::string> List(const std::string& text) {
  std::vector<std::string> names;
  for (const std::string& part : Split(text, ',')) {
    if (!Trim(part).empty()) names.emplace_back(Trim(part));
  }
  return names;
}

int ReadLevel(const std::string& text, const std::string& section) {
  if (text.empty()) return 0;
  const std::optional<int> level = LogLevelNumber(text);
  if (!level) throw Error(ErrorKind::kConfig, "Unknown level: " + PythonRepr(text)).While("in [" + section + "]");
  return *level;
}

LogFormat ReadFormat(const Options& options) {
  LogFormat format;
  format.format = Get(options, "format", format.format);
  format.date_format = Get(options, "datefmt");
  format.style = Get(options, "style", "%").front();
  return format;
}

bool EndsWith(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// The first string of `args = ('file.log', 'a')`.
std::string FirstString(const std::string& arguments) {
  const size_t begin = arguments.find_first_of("'\"");
  if (begin == std::string::npos) return {};
  return arguments.substr(begin + 1, arguments.find(arguments[begin], begin + 1) - begin - 1);
}

LogHandler ReadHandler(const Options& options, const std::string& section,
                       const std::map<std::string, LogFormat>& formats) {
  LogHandler handler;
  const std::string name = Get(options, "class");
  const std::string arguments = Get(options, "args");
  if (EndsWith(name, "FileHandler")) {
    handler.target = LogHandler::Target::kFile;
    handler.path = FirstString(arguments);
  } else if (EndsWith(name, "NullHandler")) {
    handler.target = LogHandler::Target::kNull;
  } else if (EndsWith(name, "StreamHandler") || EndsWith(name, "RichHandler")) {
    const bool to_stdout = arguments.find("stdout") != std::string::npos;
    handler.target = to_stdout ? LogHandler::Target::kStdout : LogHandler::Target::kStderr;
  } else {
    throw Error(ErrorKind::kUnsupported, "logging handler class " + PythonRepr(name) + " is not supported")
        .While("in [" + section + "]")
        .Hint("StreamHandler, FileHandler and NullHandler are");
  }
  handler.level = ReadLevel(Get(options, "level"), section);
  const auto format = formats.find(Get(options, "formatter"));
  if (format != formats.end()) handler.format = format->second;
  return handler;
}

void ReadLogger(LogTree& tree, const std::string& name, const Options& options, const std::string& section,
                const std::map<std::string, LogHandler>& handlers) {
  std::vector<LogHandler> chosen;
  for (const std::string& handler : List(Get(options, "handlers"))) {
    const auto found = handlers.find(handler);
    if (found == handlers.end())
      throw Error(ErrorKind::kConfig, "no handler " + PythonRepr(handler)).While("in [" + section + "]");
    chosen.push_back(found->second);
  }
  const std::string level = Get(options, "level");
  if (!level.empty()) tree.SetLevel(name, ReadLevel(level, section));
  tree.SetHandlers(name, std::move(chosen));
  tree.SetPropagate(name, Get(options, "propagate", "1") != "0");
  tree.SetDisabled(name, false);
}

/// Loggers that nobody configured fall silent, but the children of configured ones stay.
void DisableOthers(LogTree& tree, const std::set<std::string>& configured) {
  for (const std::string& name : tree.Names()) {
    const auto is_parent = [&name](const std::string& parent) {
      return name.compare(0, parent.size() + 1, parent + ".") == 0;
    };
    const bool kept =
        name == "root" || configured.count(name) > 0 || std::any_of(configured.begin(), configured.end(), is_parent);
    if (!kept) tree.SetDisabled(name, true);
  }
}

}  // namespace

void ConfigureLogging(LogTree& tree, const IniSections& sections, bool disable_existing) {
  std::map<std::string, LogFormat> formats;
  for (const std::string& name : List(Get(Section(sections, "formatters"), "keys"))) {
    formats[name] = ReadFormat(Section(sections, "formatter_" + name));
  }
  std::map<std::string, LogHandler> handlers;
  for (const std::string& name : List(Get(Section(sections, "handlers"), "keys"))) {
    handlers[name] = ReadHandler(Section(sections, "handler_" + name), "handler_" + name, formats);
  }
  std::set<std::string> configured;
  for (const std::string& key : List(Get(Section(sections, "loggers"), "keys"))) {
    const Options& options = Section(sections, "logger_" + key);
    const std::string name = key == "root" ? "root" : Get(options, "qualname", key);
    ReadLogger(tree, name, options, "logger_" + key, handlers);
    configured.insert(name);
  }
  if (disable_existing) DisableOthers(tree, configured);
}

}  // namespace limbeck
