#include <fmt/format.h>

#include <ctime>

#include "base/log.h"
#include "base/text.h"

namespace limbeck {
namespace {

std::string FormatTime(const LogRecord& record, const std::string& date_format) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(record.time);
  const auto milliseconds = record.time.time_since_epoch().count() / 1000 % 1000;
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  char text[128];
  const size_t length =
      std::strftime(text, sizeof text, date_format.empty() ? "%Y-%m-%d %H:%M:%S" : date_format.c_str(), &parts);
  return std::string(text, length) + (date_format.empty() ? fmt::format(",{:03}", milliseconds) : "");
}

std::string Field(const LogRecord& record, const std::string& name, const std::string& date_format) {
  if (name == "message") return record.message;
  if (name == "name") return record.logger;
  if (name == "levelname") return LogLevelName(record.level);
  if (name == "levelno") return std::to_string(record.level);
  if (name == "asctime") return FormatTime(record, date_format);
  if (name == "created")
    return fmt::format("{:.6f}", static_cast<double>(record.time.time_since_epoch().count()) / 1e6);
  if (name == "msecs") return std::to_string(record.time.time_since_epoch().count() / 1000 % 1000);
  const auto found = record.extra.find(name);
  return found == record.extra.end() ? std::string() : found->second;
}

/// `-5.5` of `%(levelname)-5.5s`: left-aligned in 5, cut to 5.
std::string Pad(std::string text, std::string_view specification) {
  const bool left = !specification.empty() && specification.front() == '-';
  if (left) specification.remove_prefix(1);
  const size_t dot = specification.find('.');
  const auto number = [](std::string_view digits) {
    return digits.empty() ? 0 : static_cast<size_t>(std::atoi(std::string(digits).c_str()));
  };
  if (dot != std::string_view::npos) text = text.substr(0, number(specification.substr(dot + 1)));
  const size_t width = number(specification.substr(0, dot));
  const std::string padding(width > text.size() ? width - text.size() : 0, ' ');
  return left ? text + padding : padding + text;
}

std::string Literal(std::string_view text, char style) {
  return style == '%' ? ReplaceAll(text, "%%", "%") : std::string(text);
}

/// Fields between `open` and `close`; in '%' style followed by a specification and a conversion letter.
std::string Substitute(const LogFormat& format, const LogRecord& record, std::string_view open, char close) {
  const std::string_view text = format.format;
  std::string out;
  size_t begin = 0;
  for (size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, begin)) {
    const size_t end = text.find(close, at);
    if (end == std::string_view::npos) break;
    out += Literal(text.substr(begin, at - begin), format.style);
    std::string name(text.substr(at + open.size(), end - at - open.size()));
    begin = end + 1;
    if (format.style == '%') {
      const size_t letter = std::min(text.find_first_not_of("-0123456789.+ #", begin), text.size());
      out += Pad(Field(record, name, format.date_format), text.substr(begin, letter - begin));
      begin = std::min(letter + 1, text.size());
    } else {
      out += Field(record, name.substr(0, name.find(':')), format.date_format);
    }
  }
  return out + Literal(text.substr(begin), format.style);
}

}  // namespace

std::string LogFormat::Format(const LogRecord& record) const {
  std::string line = style == '{'   ? Substitute(*this, record, "{", '}')
                     : style == '$' ? Substitute(*this, record, "${", '}')
                                    : Substitute(*this, record, "%(", ')');
  if (!record.exception_text.empty()) line += "\n" + record.exception_text;
  return line;
}

}  // namespace limbeck
