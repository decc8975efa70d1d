// A database URL is read from left to right: drivername, user and password, host and port, database, query. SQLAlchemy
// does it with one regular expression; the functions here take the same pieces in the same order:
// - the user ends at the first ':' or '/', the password at the first '@' after it, so a '/' or a ':' may stand raw in a
//   password, an '@' may not;
// - without a password, the user ends at the last '@' before the first ':' or '/';
// - a piece that is not there is absent, which is not the same as empty.

#include "driver/url.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "driver/percent.h"
#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

constexpr std::string_view kHidden = "***";

bool IsWordCharacter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '_' || letter == '+' || static_cast<unsigned char>(letter) >= 0x80;
}

/// The text up to the first of the characters, which is taken off `rest`.
std::string_view TakeUntil(std::string_view& rest, std::string_view characters) {
  const std::string_view taken = rest.substr(0, rest.find_first_of(characters));
  rest.remove_prefix(taken.size());
  return taken;
}

std::string TakeDrivername(std::string_view& rest) {
  size_t length = 0;
  while (length < rest.size() && IsWordCharacter(rest[length])) ++length;
  if (length == 0 || rest.substr(length, 3) != "://") {
    throw Error(ErrorKind::kConfig, "Could not parse SQLAlchemy URL from given URL string")
        .ExceptionClass("sqlalchemy.exc.ArgumentError")
        .Hint("a database URL reads dialect://user:password@host:port/database");
  }
  std::string name(rest.substr(0, length));
  rest.remove_prefix(length + 3);
  return name;
}

void TakeUser(std::string_view& rest, Url& url) {
  const size_t user_end = std::min(rest.find_first_of(":/"), rest.size());
  const bool colon = user_end < rest.size() && rest[user_end] == ':';
  const size_t password_end = colon ? rest.find('@', user_end) : std::string_view::npos;
  if (password_end != std::string_view::npos) {
    url.username = PercentDecode(rest.substr(0, user_end));
    url.password = PercentDecode(rest.substr(user_end + 1, password_end - user_end - 1));
    rest.remove_prefix(password_end + 1);
    return;
  }
  const size_t at = rest.substr(0, user_end).rfind('@');
  if (at == std::string_view::npos) return;
  url.username = PercentDecode(rest.substr(0, at));
  rest.remove_prefix(at + 1);
}

void TakeHost(std::string_view& rest, Url& url) {
  if (rest.starts_with('[')) {
    const size_t close = rest.substr(0, rest.find_first_of("/?")).rfind(']');
    if (close != std::string_view::npos && close > 1) {
      url.host = rest.substr(1, close - 1);
      rest.remove_prefix(close + 1);
      return;
    }
  }
  const std::string_view host = TakeUntil(rest, "/:?");
  if (!host.empty()) url.host = host;
}

/// A number as Python's int() reads it: spaces around it, a sign, single underscores between digits.
std::optional<int> ReadNumber(std::string_view text) {
  text = Trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::string digits;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool between_digits = i > 0 && i + 1 < text.size() && text[i - 1] != '_' && text[i - 1] != '-';
    if (text[i] == '_' && !between_digits) return std::nullopt;
    if (text[i] != '_') digits += text[i];
  }
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

void TakePort(std::string_view& rest, Url& url) {
  if (!rest.starts_with(':')) return;
  rest.remove_prefix(1);
  const std::string_view text = TakeUntil(rest, "/?");
  url.port = ReadNumber(text);
  if (url.port) return;
  // The text itself is not shown: in "user:password" without a host, or behind a raw '@', it is a password.
  throw Error(ErrorKind::kConfig, "invalid literal for int() with base 10: " + PythonRepr(text.empty() ? "" : kHidden))
      .ExceptionClass("ValueError")
      .Hint("the port of a database URL is a number; an '@' in a password is written %40");
}

void TakeDatabaseAndQuery(std::string_view rest, Url& url) {
  if (rest.starts_with('/')) {
    rest.remove_prefix(1);
    url.database = TakeUntil(rest, "?");
  }
  if (!rest.starts_with('?')) return;
  rest.remove_prefix(1);
  for (auto& [key, value] : ParseQuery(TakeUntil(rest, "\n"))) url.query[key].push_back(std::move(value));
}

bool IsSecretKey(std::string_view key) {
  return key == "password" || key == "sslpassword" || key == "passwd";
}

/// Host, port and database. Behind a raw '@' in the password stands its rest, which is hidden with it.
std::string PlaceText(const Url& url, bool hide) {
  std::string text;
  if (url.host) text += url.host->find(':') == std::string::npos ? *url.host : "[" + *url.host + "]";
  if (url.port) text += ":" + std::to_string(*url.port);
  if (url.database) text += "/" + *url.database;
  const size_t at = text.rfind('@');
  return hide && url.password && at != std::string::npos ? std::string(kHidden) + text.substr(at) : text;
}

std::string QueryText(const Url& url, bool hide) {
  std::string text;
  for (const auto& [key, values] : url.query) {
    for (const std::string& value : values) {
      text += text.empty() ? '?' : '&';
      text += PercentEncodePlus(key) + "=";
      text += hide && IsSecretKey(key) ? std::string(kHidden) : PercentEncodePlus(value);
    }
  }
  return text;
}

std::string Render(const Url& url, bool hide) {
  std::string text = url.drivername + "://";
  if (url.username) {
    text += PercentEncode(*url.username, " +");
    if (url.password) text += ":" + (hide ? std::string(kHidden) : PercentEncode(*url.password, " +"));
    text += "@";
  }
  return text + PlaceText(url, hide) + QueryText(url, hide);
}

}  // namespace

Url Url::Parse(std::string_view text) {
  Url url;
  url.drivername = TakeDrivername(text);
  TakeUser(text, url);
  TakeHost(text, url);
  TakePort(text, url);
  TakeDatabaseAndQuery(text, url);
  return url;
}

std::string Url::ToString() const {
  return Render(*this, true);
}

std::string Url::ToStringWithPassword() const {
  return Render(*this, false);
}

std::string Url::backend_name() const {
  return drivername.substr(0, drivername.find('+'));
}

std::string Url::driver_name() const {
  const size_t plus = drivername.find('+');
  if (plus == std::string::npos) return "";
  const size_t end = drivername.find('+', plus + 1);
  return drivername.substr(plus + 1, end == std::string::npos ? end : end - plus - 1);
}

const std::string* Url::Query(const std::string& key) const {
  const auto found = query.find(key);
  return found == query.end() ? nullptr : &found->second.back();
}

}  // namespace limbeck::driver
