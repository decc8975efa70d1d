#pragma once

#include <string>
#include <string_view>

#include "sql/type.h"

namespace limbeck::inspect::sqlite {

struct NamedType {
  sql::Type type;
  /// What SQLAlchemy warns about; empty when it does not.
  std::string warning;
};

/// The type that SQLAlchemy takes a declared column type for: by its name, else by SQLite's rules of affinity.
NamedType ReadColumnType(std::string_view declared);

}  // namespace limbeck::inspect::sqlite
