#include "driver/backend.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

/// A driver of SQLAlchemy. The first one of a backend is what a URL without a driver means.
struct KnownDriver {
  std::string_view backend_name;
  std::string_view driver;
  Backend backend;
};

constexpr KnownDriver kDrivers[] = {
    {"sqlite", "pysqlite", Backend::kSqlite},
    {"sqlite", "aiosqlite", Backend::kSqlite},
    {"postgresql", "psycopg2", Backend::kPostgresql},
    {"postgresql", "psycopg", Backend::kPostgresql},
    {"postgresql", "psycopg_async", Backend::kPostgresql},
    {"postgresql", "asyncpg", Backend::kPostgresql},
    {"postgresql", "pg8000", Backend::kPostgresql},
    {"postgresql", "psycopg2cffi", Backend::kPostgresql},
};

/// What SQLAlchemy has and Limbeck has not.
constexpr std::string_view kForeignBackends[] = {"mysql", "mariadb", "oracle", "mssql"};

[[noreturn]] void RefuseForeign(const std::string& name) {
  throw Error(ErrorKind::kUnsupported, "database \"" + name + "\" is not supported")
      .Hint("Limbeck migrates SQLite and PostgreSQL");
}

[[noreturn]] void RefuseUnknown(const Url& url) {
  std::vector<std::string> names;
  for (const KnownDriver& known : kDrivers) {
    names.emplace_back(known.backend_name);
    names.emplace_back(std::string(known.backend_name) + "+" + std::string(known.driver));
  }
  const std::string meant = DidYouMean(url.drivername, names);
  throw Error(ErrorKind::kConfig, "Can't load plugin: sqlalchemy.dialects:" + ReplaceAll(url.drivername, "+", "."))
      .ExceptionClass("sqlalchemy.exc.NoSuchModuleError")
      .Hint(meant.empty() ? "a database URL begins with sqlite:// or postgresql://" : "did you mean '" + meant + "'?");
}

const KnownDriver& FindDriver(const Url& url) {
  const std::string given = url.backend_name();
  const std::string name = given == "postgres" ? "postgresql" : given;
  const bool any_driver = url.drivername.find('+') == std::string::npos;
  const std::string driver = any_driver ? "" : url.drivername.substr(given.size() + 1);
  for (const KnownDriver& known : kDrivers) {
    if (known.backend_name == name && (any_driver || known.driver == driver)) return known;
  }
  if (name == "sqlite" && driver == "pysqlcipher") {
    throw Error(ErrorKind::kUnsupported, "driver \"pysqlcipher\" is not supported")
        .Hint("Limbeck cannot read encrypted SQLite files; decrypt the database first");
  }
  if (std::find(std::begin(kForeignBackends), std::end(kForeignBackends), name) != std::end(kForeignBackends)) {
    RefuseForeign(name);
  }
  RefuseUnknown(url);
}

}  // namespace

std::string_view NameOf(Backend backend) {
  return backend == Backend::kSqlite ? "sqlite" : "postgresql";
}

Backend BackendOf(const Url& url) {
  return FindDriver(url).backend;
}

std::string DriverOf(const Url& url) {
  return std::string(FindDriver(url).driver);
}

}  // namespace limbeck::driver
