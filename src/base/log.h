#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

// Loggers as Python's `logging` has them, because env.py configures them and people read their lines: names with dots,
// levels that are inherited, handlers with formats, and nothing printed below WARNING until somebody asks for it.

namespace limbeck {

enum class LogLevel : int { kNotSet = 0, kDebug = 10, kInfo = 20, kWarning = 30, kError = 40, kCritical = 50 };

/// "INFO" for 20; "Level 15" for a number without a name.
std::string LogLevelName(int level);
/// 20 for "INFO", also for the names that scripts register; nullopt for no level's name.
std::optional<int> LogLevelNumber(std::string_view name);

struct LogRecord {
  std::string logger;
  int level = 0;
  std::string message;
  WallTime time{};
  /// A formatted traceback, printed after the line; or empty.
  std::string exception_text = {};
  std::map<std::string, std::string> extra = {};  ///< further fields of a format: "filename", "lineno", "funcName" ...
};

/// `%(levelname)-5.5s [%(name)s] %(message)s` and its like; style '%', '{' or '$'.
struct LogFormat {
  std::string format = "%(message)s";
  std::string date_format = {};  ///< strftime's; empty: "2024-01-31 10:11:12,345"
  char style = '%';
  bool operator==(const LogFormat&) const = default;

  std::string Format(const LogRecord& record) const;
};

/// Where lines go. Closed set: what logging configurations of migration projects name.
struct LogHandler {
  enum class Target { kStderr, kStdout, kFile, kNull };
  Target target = Target::kStderr;
  std::string path = {};  ///< of kFile
  int level = 0;
  LogFormat format = {};
  bool operator==(const LogHandler&) const = default;
};

/// The tree of loggers of one run. Thread-safe.
class LogTree {
 public:
  /// Receives finished lines, line end included. `path` is the file's for kFile.
  using Writer = std::function<void(LogHandler::Target target, const std::string& path, std::string_view text)>;

  /// Borrows the clock.
  LogTree(Clock& clock, Writer writer);

  /// The root is "root" or "".
  void Log(const std::string& logger, int level, const std::string& message);
  void Emit(LogRecord record);
  bool IsEnabled(const std::string& logger, int level) const;

  void SetLevel(const std::string& logger, int level);
  int Level(const std::string& logger) const;
  int EffectiveLevel(const std::string& logger) const;
  void SetPropagate(const std::string& logger, bool propagate);
  bool Propagates(const std::string& logger) const;
  bool IsDisabled(const std::string& logger) const;
  void SetDisabled(const std::string& logger, bool disabled);
  void SetHandlers(const std::string& logger, std::vector<LogHandler> handlers);
  void AddHandler(const std::string& logger, LogHandler handler);
  std::vector<LogHandler> Handlers(const std::string& logger) const;
  /// logging.disable(level): nothing at or below it is logged.
  void DisableUpTo(int level);
  /// Makes a logger known, as getLogger does: fileConfig disables those that it finds and does not configure.
  void Touch(const std::string& logger);
  std::vector<std::string> Names() const;

 private:
  struct Logger {
    int level = 0;
    bool propagate = true;
    bool disabled = false;
    std::vector<LogHandler> handlers;
  };

  static std::string Key(const std::string& logger) { return logger == "root" ? std::string() : logger; }
  const Logger* Find(const std::string& key) const;
  int EffectiveLevelOf(const std::string& key) const;
  bool IsEnabledFor(const std::string& key, int level) const;
  std::vector<LogHandler> HandlersFor(const std::string& key, int level) const;

  Clock& clock_;
  Writer writer_;
  mutable std::mutex mutex_;
  std::map<std::string, Logger> loggers_;  ///< by name; "" is the root
  int disabled_level_ = 0;
};

/// Sections of an ini file: name -> options.
using IniSections = std::map<std::string, std::map<std::string, std::string>>;

/// logging.config.fileConfig: [loggers] keys, [logger_x], [handlers], [handler_x], [formatters], [formatter_x].
/// Loggers that exist and are not named are disabled if asked. Throws Error (kConfig) naming what it cannot honour.
void ConfigureLogging(LogTree& tree, const IniSections& sections, bool disable_existing);

}  // namespace limbeck
