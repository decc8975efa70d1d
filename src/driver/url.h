#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::driver {

/// A database URL in SQLAlchemy's form: dialect+driver://user:password@host:port/database?key=value. A plain value; all
/// texts are decoded. Which database it is, and what its driver makes of it, say backend.h and the drivers' options.
struct Url {
  std::string drivername;
  std::optional<std::string> username;
  std::optional<std::string> password;
  std::optional<std::string> host;
  std::optional<int> port;
  std::optional<std::string> database;
  /// A key may be given several times; its values keep their order.
  std::map<std::string, std::vector<std::string>> query;

  /// Reads the text as SQLAlchemy's make_url does. Throws kConfig with SQLAlchemy's text, which never quotes the URL:
  /// it may hold a password.
  static Url Parse(std::string_view text);

  /// The URL with `***` for the password and for what else in it may be one: secret query values, and what stands
  /// before a further '@', which is the rest of a password with a raw '@' in it.
  std::string ToString() const;
  /// The URL with the password; only for handing it on, never for a message.
  std::string ToStringWithPassword() const;

  /// "postgresql" of "postgresql+psycopg2".
  std::string backend_name() const;
  /// "psycopg2" of "postgresql+psycopg2"; empty when none is named.
  std::string driver_name() const;
  /// The last value of the key, or nullptr.
  const std::string* Query(const std::string& key) const;

  bool operator==(const Url&) const = default;
};

}  // namespace limbeck::driver
