#pragma once

#include <string>

#include "sql/type.h"

namespace limbeck::compare {

/// The type as Python's repr() of SQLAlchemy's object: VARCHAR(length=20), Enum('a', 'b', name='mood').
std::string TypeRepr(const sql::Type& type);

/// The same with the types inside replaced by what `inner` makes of them: item type, text type of JSON.
class TypeReprWriter {
 public:
  virtual ~TypeReprWriter() = default;
  std::string Write(const sql::Type& type);

 protected:
  virtual std::string Inner(const sql::Type& type) { return Write(type); }

 private:
  std::string Arguments(const sql::Type& type);
};

}  // namespace limbeck::compare
