#pragma once

#include <string>
#include <string_view>

#include "driver/url.h"

namespace limbeck::driver {

/// The databases that Limbeck speaks to.
enum class Backend { kSqlite, kPostgresql };

/// SQLAlchemy's name of the dialect: "sqlite", "postgresql".
std::string_view NameOf(Backend backend);

/// Which database a URL means. Every driver that SQLAlchemy has for it is taken, since all of them become the
/// database's own client library. `postgres://`, which SQLAlchemy 2 refuses and hosting services still hand out, is
/// taken as PostgreSQL. Throws kConfig with SQLAlchemy's text for a name that it does not know either, and kUnsupported
/// for a database or a driver that only SQLAlchemy knows.
Backend BackendOf(const Url& url);

/// The Python driver that the URL means: the named one, else SQLAlchemy's choice ("psycopg2", "pysqlite"). It decides
/// which query options the URL may have. Throws as BackendOf does.
std::string DriverOf(const Url& url);

}  // namespace limbeck::driver
