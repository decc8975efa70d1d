#pragma once

#include "python/interpreter.h"
#include "schema/column.h"
#include "schema/constraint.h"

// What stands inside a Column beside its name and type.

namespace limbeck::pymodules {

struct ForeignKeyState : python::NativeState {
  schema::ForeignKey key;
  std::string target;         ///< "users.id", as the script wrote it
  bool is_of_column = false;  ///< a Column was given, not its name
  /// A Column that was in no table yet, else empty.
  python::Value late_target;
};

struct ComputedState : python::NativeState {
  explicit ComputedState(schema::Computed made) : computed(std::move(made)) {}
  schema::Computed computed;
};

struct IdentityState : python::NativeState {
  schema::Identity identity;
};

struct SequenceState : python::NativeState {
  schema::Sequence sequence;
};

/// FetchedValue(): somebody else sets the value. DefaultClause(x): x.
struct FetchedValueState : python::NativeState {
  python::Value argument;  ///< of DefaultClause, else empty
};

const python::TypeObject* ForeignKeyClass();
const python::TypeObject* ComputedClass();
const python::TypeObject* IdentityClass();
const python::TypeObject* SequenceClass();
const python::TypeObject* FetchedValueClass();
const python::TypeObject* DefaultClauseClass();

/// deferrable=, initially= and the like, which all constraints have.
struct ConstraintOptions {
  schema::ConstraintName name;
  std::optional<bool> deferrable;
  std::optional<std::string> initially;
  std::optional<std::string> comment;
};
ConstraintOptions ReadConstraintOptions(python::Arguments& arguments);

/// Copies them into any of the constraint structs.
template <typename Constraint>
void Apply(const ConstraintOptions& options, Constraint& constraint) {
  constraint.name = options.name;
  constraint.deferrable = options.deferrable;
  constraint.initially = options.initially;
  constraint.comment = options.comment;
}

/// "users.id" or "app.users.id" as the referent of a foreign key of one column.
void SetReferent(schema::ForeignKey& key, const std::string& target);

/// "users.id" of a str or of a Column that is in a table.
std::string ReadTarget(python::Interpreter& interpreter, const python::Value& value);

}  // namespace limbeck::pymodules
