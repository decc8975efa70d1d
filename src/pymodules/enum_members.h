#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "python/interpreter.h"
#include "sql/expression.h"

// Enum(SomePythonEnum): scripts have members, the database has their names, or what values_callable made of them.

namespace limbeck::pymodules {

/// The members of a Python enum by what the database has for them.
class EnumMembers {
 public:
  EnumMembers(python::Interpreter& interpreter, const python::Value& enum_class, sql::EnumDetails details);

  /// None for None. Throws LookupError for a text that stands for no member.
  python::Value Find(python::Interpreter& interpreter, const python::Value& stored) const;

 private:
  sql::EnumDetails details_;
  std::map<std::string, python::Value> members_;
};

/// The members that a column of a select() gives; null for one that is no Column of such a type.
std::shared_ptr<const EnumMembers> FindEnumMembers(python::Interpreter& interpreter, const sql::Expression& column);

/// What a column of the type keeps for a member of its enum; nullopt for all other values.
std::optional<std::string> StoredMember(python::Interpreter& interpreter, const python::Value& member,
                                        const sql::Type& type);

}  // namespace limbeck::pymodules
