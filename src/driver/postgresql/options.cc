#include "driver/postgresql/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/files.h"
#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::driver::postgresql {
namespace {

[[noreturn]] void Refuse(const std::string& message) {
  throw Error(ErrorKind::kConfig, message).ExceptionClass("sqlalchemy.exc.ArgumentError");
}

std::string* Find(Keywords& keywords, std::string_view name) {
  const auto found =
      std::find_if(keywords.begin(), keywords.end(), [&](const auto& keyword) { return keyword.first == name; });
  return found == keywords.end() ? nullptr : &found->second;
}

void Set(Keywords& keywords, std::string_view name, std::string value) {
  if (std::string* old = Find(keywords, name)) {
    *old = std::move(value);
  } else {
    keywords.emplace_back(name, std::move(value));
  }
}

// Arguments of the Python drivers.

bool IsTrue(const std::string& value) {
  const std::string word = ToLower(value);
  return word == "true" || word == "1" || word == "yes" || word == "on";
}

bool IsFalse(const std::string& value) {
  const std::string word = ToLower(value);
  return word == "false" || word == "0" || word == "no" || word == "off";
}

double ReadSeconds(const std::string& name, const std::string& value) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc() && end == value.data() + value.size() && seconds >= 0 && seconds < 1e6) return seconds;
  Refuse(fmt::format("{}: {} is no number of seconds", name, PythonRepr(value)));
}

/// Adds a setting of the session to libpq's `options`, in which a space ends a word.
void AddSetting(Keywords& keywords, std::string_view name, std::string_view value) {
  std::string escaped = ReplaceAll(ReplaceAll(value, "\\", "\\\\"), " ", "\\ ");
  const std::string* old = Find(keywords, "options");
  Set(keywords, "options",
      fmt::format("{}{}-c {}={}", old == nullptr ? "" : *old, old == nullptr ? "" : " ", name, escaped));
}

/// What an argument of a Python driver is to libpq.
using Translate = void (*)(const std::string& name, const std::string& value, Keywords& keywords);

void LeaveOut(const std::string&, const std::string&, Keywords&) {}

void AsDatabaseName(const std::string&, const std::string& value, Keywords& keywords) {
  Set(keywords, "dbname", value);
}

void AsConnectTimeout(const std::string& name, const std::string& value, Keywords& keywords) {
  const double seconds = std::ceil(ReadSeconds(name, value));
  Set(keywords, "connect_timeout", std::to_string(static_cast<int>(seconds)));
}

void AsStatementTimeout(const std::string& name, const std::string& value, Keywords& keywords) {
  const double milliseconds = std::ceil(ReadSeconds(name, value) * 1000);
  AddSetting(keywords, "statement_timeout", std::to_string(static_cast<int64_t>(milliseconds)));
}

/// asyncpg's and pg8000's switch for TLS, or asyncpg's name of a mode.
void AsSslMode(const std::string&, const std::string& value, Keywords& keywords) {
  if (IsFalse(value)) return Set(keywords, "sslmode", "disable");
  Set(keywords, "sslmode", IsTrue(value) ? "require" : value);
}

void AsKeepalives(const std::string&, const std::string& value, Keywords& keywords) {
  Set(keywords, "keepalives", IsFalse(value) ? "0" : "1");
}

/// pg8000 names the socket, libpq its folder and port: /run/.s.PGSQL.5432.
void AsSocketFolder(const std::string&, const std::string& value, Keywords& keywords) {
  constexpr std::string_view kSocketName = ".s.PGSQL.";
  Set(keywords, "host", FolderOf(value));
  const std::string file = FileNameOf(value);
  if (file.starts_with(kSocketName)) Set(keywords, "port", file.substr(kSocketName.size()));
}

struct Argument {
  std::string_view driver;
  std::string_view name;
  Translate translate;
};

// An argument that is not here is libpq's own, or libpq refuses it by name.
constexpr Argument kArguments[] = {
    {"psycopg2", "connection_factory", LeaveOut},
    {"psycopg2", "cursor_factory", LeaveOut},
    {"psycopg", "autocommit", LeaveOut},
    {"psycopg", "context", LeaveOut},
    {"psycopg", "cursor_factory", LeaveOut},
    {"psycopg", "prepare_threshold", LeaveOut},
    {"psycopg", "row_factory", LeaveOut},
    {"asyncpg", "command_timeout", AsStatementTimeout},
    {"asyncpg", "connection_class", LeaveOut},
    {"asyncpg", "database", AsDatabaseName},
    {"asyncpg", "direct_tls", LeaveOut},
    {"asyncpg", "loop", LeaveOut},
    {"asyncpg", "max_cacheable_statement_size", LeaveOut},
    {"asyncpg", "max_cached_statement_lifetime", LeaveOut},
    {"asyncpg", "prepared_statement_cache_size", LeaveOut},
    {"asyncpg", "prepared_statement_name_func", LeaveOut},
    {"asyncpg", "record_class", LeaveOut},
    {"asyncpg", "ssl", AsSslMode},
    {"asyncpg", "statement_cache_size", LeaveOut},
    {"asyncpg", "timeout", AsConnectTimeout},
    {"pg8000", "database", AsDatabaseName},
    {"pg8000", "source_address", LeaveOut},
    {"pg8000", "ssl_context", AsSslMode},
    {"pg8000", "tcp_keepalive", AsKeepalives},
    {"pg8000", "timeout", AsConnectTimeout},
    {"pg8000", "unix_sock", AsSocketFolder},
};

/// psycopg2 and psycopg2cffi take the same arguments, and so do psycopg and psycopg_async.
std::string_view FamilyOf(std::string_view driver) {
  if (driver == "psycopg2cffi") return "psycopg2";
  return driver == "psycopg_async" ? "psycopg" : driver;
}

void AddArgument(std::string_view driver, const std::string& name, const std::string& value, Keywords& keywords) {
  constexpr std::string_view kServerSetting = "server_settings.";
  if (driver == "asyncpg" && name.starts_with(kServerSetting)) {
    return AddSetting(keywords, name.substr(kServerSetting.size()), value);
  }
  for (const Argument& argument : kArguments) {
    if (argument.driver == driver && argument.name == name) return argument.translate(name, value, keywords);
  }
  Set(keywords, name, value);
}

// Several hosts. SQLAlchemy takes ?host=h1:p1&host=h2:p2, and ?host=h1,h2&port=p1,p2.

struct HostList {
  std::vector<std::string> hosts;
  std::vector<std::string> ports;
  /// The ports stood behind the hosts.
  bool integrated = false;
};

bool IsInternetHost(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '.' || letter == '-';
  });
}

bool IsPort(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

void AddHostWithPort(const std::string& text, HostList& list) {
  const size_t colon = text.find(':');
  list.hosts.push_back(text.substr(0, colon));
  list.ports.push_back(colon == std::string::npos ? "" : text.substr(colon + 1));
  list.integrated = true;
}

void ReadHosts(const std::vector<std::string>& values, bool ports_apart, HostList& list) {
  if (values.size() > 1) {
    for (const std::string& value : values) AddHostWithPort(value, list);
    return;
  }
  list.hosts = Split(values[0], ',');
  const size_t colon = values[0].find(':');
  if (ports_apart || list.hosts.size() > 1 || colon == std::string::npos) return;
  const std::string_view text = values[0];
  if (!IsInternetHost(text.substr(0, colon)) || !IsPort(text.substr(colon + 1))) return;
  list.hosts.clear();
  AddHostWithPort(values[0], list);
}

/// The texts as Python shows a tuple of them.
std::string TupleText(const std::vector<std::string>& texts) {
  std::vector<std::string> shown;
  shown.reserve(texts.size());
  for (const std::string& text : texts) shown.push_back(PythonRepr(text));
  return "(" + Join(shown, ", ") + (shown.size() == 1 ? ",)" : ")");
}

void CheckHosts(const HostList& list) {
  if (!std::all_of(list.ports.begin(), list.ports.end(), IsPort)) {
    Refuse("Received non-integer port arguments: " + TupleText(list.ports));
  }
  const size_t hosts = list.hosts.size();
  const size_t ports = list.ports.size();
  if (ports > 0 && ((hosts == 0 && ports > 1) || (hosts > 0 && hosts != ports && (hosts > 1 || ports > 1)))) {
    Refuse("number of hosts and ports don't match");
  }
}

void AddHosts(const Url& url, Keywords& keywords) {
  const auto hosts = url.query.find("host");
  const auto ports = url.query.find("port");
  HostList list;
  if (hosts != url.query.end()) ReadHosts(hosts->second, ports != url.query.end(), list);
  if (ports != url.query.end()) {
    if (list.integrated) {
      Refuse(
          "Can't mix 'multihost' formats together; use \"host=h1,h2,h3&port=p1,p2,p3\" or "
          "\"host=h1:p1&host=h2:p2&host=h3:p3\" separately");
    }
    list.ports = ports->second.size() > 1 ? ports->second : Split(ports->second[0], ',');
  }
  CheckHosts(list);
  if (list.hosts.empty()) {
    if (!list.ports.empty()) Set(keywords, "port", list.ports[0]);
    return;
  }
  list.ports.resize(list.hosts.size());
  Set(keywords, "host", Join(list.hosts, ","));
  const std::string port_list = Join(list.ports, ",");
  if (!port_list.empty()) Set(keywords, "port", port_list);
}

}  // namespace

Keywords ReadKeywords(const Url& url, const ConnectOptions& options) {
  const std::string driver(FamilyOf(DriverOf(url)));
  Keywords keywords;
  const auto add = [&](const char* name, const std::optional<std::string>& value) {
    if (value && !value->empty()) Set(keywords, name, *value);
  };
  add("user", url.username);
  add("password", url.password);
  add("host", url.host);
  if (url.port.value_or(0) != 0) Set(keywords, "port", std::to_string(*url.port));
  add("dbname", url.database);
  for (const auto& [name, values] : url.query) {
    if (name != "host" && name != "port") AddArgument(driver, name, values.back(), keywords);
  }
  AddHosts(url, keywords);
  for (const auto& [name, value] : options.arguments) AddArgument(driver, name, value, keywords);
  return keywords;
}

void AddEnvironment(const std::map<std::string, std::string>& environment, const Keywords& variable_of_keyword,
                    Keywords& keywords) {
  if (environment.contains("PGSERVICE") && Find(keywords, "service") == nullptr) {
    Set(keywords, "service", environment.at("PGSERVICE"));
  }
  if (Find(keywords, "service") != nullptr) return;
  for (const auto& [keyword, variable] : variable_of_keyword) {
    const auto found = environment.find(variable);
    if (found != environment.end() && Find(keywords, keyword) == nullptr) Set(keywords, keyword, found->second);
  }
}

}  // namespace limbeck::driver::postgresql
