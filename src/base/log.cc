#include "base/log.h"

#include <algorithm>
#include <iterator>

namespace limbeck {
namespace {

constexpr std::pair<int, std::string_view> kLevelNames[] = {
    {50, "CRITICAL"}, {50, "FATAL"}, {40, "ERROR"}, {30, "WARNING"},
    {30, "WARN"},     {20, "INFO"},  {10, "DEBUG"}, {0, "NOTSET"},
};

/// "a.b" for "a.b.c", "" for "a".
std::string ParentOf(const std::string& key) {
  const size_t dot = key.rfind('.');
  return dot == std::string::npos ? std::string() : key.substr(0, dot);
}

}  // namespace

std::string LogLevelName(int level) {
  for (const auto& [number, name] : kLevelNames) {
    if (number == level) return std::string(name);
  }
  return "Level " + std::to_string(level);
}

std::optional<int> LogLevelNumber(std::string_view name) {
  for (const auto& [number, known] : kLevelNames) {
    if (known == name) return number;
  }
  return std::nullopt;
}

LogTree::LogTree(Clock& clock, Writer writer) : clock_(clock), writer_(std::move(writer)) {
  loggers_[""].level = static_cast<int>(LogLevel::kWarning);
}

const LogTree::Logger* LogTree::Find(const std::string& key) const {
  const auto found = loggers_.find(key);
  return found == loggers_.end() ? nullptr : &found->second;
}

int LogTree::EffectiveLevelOf(const std::string& key) const {
  for (std::string name = key;; name = ParentOf(name)) {
    const Logger* logger = Find(name);
    if (logger != nullptr && logger->level != 0) return logger->level;
    if (name.empty()) return 0;
  }
}

bool LogTree::IsEnabledFor(const std::string& key, int level) const {
  const Logger* logger = Find(key);
  const bool disabled = logger != nullptr && logger->disabled;
  return !disabled && level > disabled_level_ && level >= EffectiveLevelOf(key);
}

/// The handlers that a record of this logger reaches. Without any, warnings go to standard error bare, as Python's
/// handler of last resort prints them.
std::vector<LogHandler> LogTree::HandlersFor(const std::string& key, int level) const {
  std::vector<LogHandler> found;
  bool any = false;
  for (std::string name = key;; name = ParentOf(name)) {
    const Logger* logger = Find(name);
    if (logger != nullptr) {
      any = any || !logger->handlers.empty();
      std::copy_if(logger->handlers.begin(), logger->handlers.end(), std::back_inserter(found),
                   [level](const LogHandler& handler) { return level >= handler.level; });
    }
    if (name.empty() || (logger != nullptr && !logger->propagate)) break;
  }
  if (!any && level >= static_cast<int>(LogLevel::kWarning)) found.emplace_back();
  return found;
}

void LogTree::Log(const std::string& logger, int level, const std::string& message) {
  Emit({.logger = logger, .level = level, .message = message, .time = clock_.Now()});
}

void LogTree::Emit(LogRecord record) {
  const std::string key = Key(record.logger);
  std::vector<LogHandler> handlers;
  {
    const std::lock_guard lock(mutex_);
    if (!IsEnabledFor(key, record.level)) return;
    handlers = HandlersFor(key, record.level);
  }
  record.logger = key.empty() ? "root" : key;
  for (const LogHandler& handler : handlers) {
    if (handler.target != LogHandler::Target::kNull)
      writer_(handler.target, handler.path, handler.format.Format(record) + "\n");
  }
}

bool LogTree::IsEnabled(const std::string& logger, int level) const {
  const std::lock_guard lock(mutex_);
  return IsEnabledFor(Key(logger), level);
}

void LogTree::SetLevel(const std::string& logger, int level) {
  const std::lock_guard lock(mutex_);
  loggers_[Key(logger)].level = level;
}

int LogTree::Level(const std::string& logger) const {
  const std::lock_guard lock(mutex_);
  const Logger* found = Find(Key(logger));
  return found == nullptr ? 0 : found->level;
}

int LogTree::EffectiveLevel(const std::string& logger) const {
  const std::lock_guard lock(mutex_);
  return EffectiveLevelOf(Key(logger));
}

void LogTree::SetPropagate(const std::string& logger, bool propagate) {
  const std::lock_guard lock(mutex_);
  loggers_[Key(logger)].propagate = propagate;
}

void LogTree::SetDisabled(const std::string& logger, bool disabled) {
  const std::lock_guard lock(mutex_);
  loggers_[Key(logger)].disabled = disabled;
}

bool LogTree::Propagates(const std::string& logger) const {
  const std::lock_guard lock(mutex_);
  const Logger* found = Find(Key(logger));
  return found == nullptr || found->propagate;
}

bool LogTree::IsDisabled(const std::string& logger) const {
  const std::lock_guard lock(mutex_);
  const Logger* found = Find(Key(logger));
  return found != nullptr && found->disabled;
}

void LogTree::SetHandlers(const std::string& logger, std::vector<LogHandler> handlers) {
  const std::lock_guard lock(mutex_);
  loggers_[Key(logger)].handlers = std::move(handlers);
}

void LogTree::AddHandler(const std::string& logger, LogHandler handler) {
  const std::lock_guard lock(mutex_);
  loggers_[Key(logger)].handlers.push_back(std::move(handler));
}

std::vector<LogHandler> LogTree::Handlers(const std::string& logger) const {
  const std::lock_guard lock(mutex_);
  const Logger* found = Find(Key(logger));
  return found == nullptr ? std::vector<LogHandler>{} : found->handlers;
}

void LogTree::DisableUpTo(int level) {
  const std::lock_guard lock(mutex_);
  disabled_level_ = level;
}

void LogTree::Touch(const std::string& logger) {
  const std::lock_guard lock(mutex_);
  loggers_[Key(logger)];
}

std::vector<std::string> LogTree::Names() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> names;
  for (const auto& [name, logger] : loggers_) names.push_back(name.empty() ? "root" : name);
  return names;
}

}  // namespace limbeck
