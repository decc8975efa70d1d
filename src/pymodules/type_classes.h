#pragma once

#include <string_view>

#include "python/native.h"
#include "sql/type.h"

// SQLAlchemy's type classes as scripts see them: sa.String(50), postgresql.JSONB, class Name(sa.TypeDecorator).

namespace limbeck::pymodules {

/// What an instance of a type class holds.
struct TypeState : python::NativeState {
  sql::Type type;
  /// Enum's Python class, ARRAY's item type, TypeDecorator's impl: as the script gave them; empty when it did not.
  python::Value enum_class;
  python::Value values_callable;
  python::Value item_type;
  python::Value implementation;
  python::Value metadata;
  /// A column has it, with the name that it had then.
  bool is_of_column = false;
};

/// The native class of a name ("String", "JSONB") in a package; null when there is none.
const python::TypeObject* FindTypeClass(sql::TypePackage package, std::string_view name);

/// Puts all type classes of a package into a module under their names.
void AddTypeClasses(python::ModuleObject& module, sql::TypePackage package);

/// `TypeEngine`, the root of them; `TypeDecorator` and `UserDefinedType`, which scripts derive from.
const python::TypeObject* TypeEngineClass();
const python::TypeObject* TypeDecoratorClass();
const python::TypeObject* UserDefinedTypeClass();

/// Whether a value is a type: an instance of a type class, or such a class itself (sa.Integer).
bool IsType(const python::Value& value);

/// Says that a column has the type. Nothing for what is no type.
void MarkOfColumn(const python::Value& type);

/// The type that a value means. A class is instantiated as SQLAlchemy does; a TypeDecorator's impl and
/// load_dialect_impl are asked for each dialect. Throws TypeError for what is no type, naming `argument`.
sql::Type ReadType(python::Interpreter& interpreter, const python::Value& value, std::string_view argument);

/// An instance of the class that stands for the type, as reflection returns it.
python::Value WrapType(python::Interpreter& interpreter, const sql::Type& type);

}  // namespace limbeck::pymodules
