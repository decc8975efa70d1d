#pragma once

#include <string>
#include <variant>

#include "pymodules/tables.h"

// sa.PrimaryKeyConstraint and its like, sa.Index.

namespace limbeck::pymodules {

python::Value WrapConstraint(const schema::Constraint& constraint);
python::Value WrapIndex(const schema::Index& index, python::InstanceObject* table);

/// What a custom token of a naming convention is called with, and the Table of it, which has to last as long.
python::Value WrapSubject(const std::variant<const schema::Constraint*, const schema::Index*>& subject,
                          const python::Value& table);

/// "ix", "uq", "ck", "fk", "pk" for a class that is a key of a naming convention.
std::string ConventionKey(const python::TypeObject* type);

void AddConstraintClasses(python::ModuleObject& module);

}  // namespace limbeck::pymodules
