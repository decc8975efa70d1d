#include "pymodules/exclude_constraint.h"

#include "pymodules/column_parts.h"
#include "pymodules/columns.h"
#include "pymodules/expressions.h"
#include "pymodules/tables.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Value;

/// ("period", "&&"): a text is the name of a column.
schema::ExcludeElement ReadElement(Interpreter& interpreter, const Value& given) {
  const std::vector<Value> pair = interpreter.ToVector(interpreter.Resolve(given));
  if (pair.size() != 2) python::RaiseTypeError("an element of an exclude constraint is a pair (column, operator)");
  const Value target = interpreter.Resolve(pair[0]);
  const bool is_name = python::Cast<python::StrObject>(target) != nullptr;
  return {is_name ? sql::Column(ReadName(interpreter, target, "column")) : ReadExpression(interpreter, target),
          interpreter.Str(pair[1])};
}

void ReadOperatorClasses(Interpreter& interpreter, const Value& given, schema::Exclude& exclude) {
  const auto* dict = python::Cast<python::DictObject>(interpreter.Resolve(given));
  if (dict == nullptr) return;
  for (const auto& entry : dict->table.entries()) {
    if (!entry.key.is_empty()) exclude.ops.emplace_back(interpreter.Str(entry.key), interpreter.Str(entry.value));
  }
}

/// ExcludeConstraint(*elements, **keywords)
void InitExclude(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  schema::Exclude exclude = ReadExclude(interpreter, arguments.Rest(), arguments);
  arguments.Finish();
  self.set_state(std::make_unique<ConstraintState>(std::move(exclude)));
}

}  // namespace

schema::Exclude ReadExclude(Interpreter& interpreter, const std::vector<Value>& elements, Arguments& arguments) {
  schema::Exclude exclude;
  if (elements.empty()) python::RaiseValueError("not enough values to unpack (expected 2, got 0)");
  for (const Value& element : elements) exclude.elements.push_back(ReadElement(interpreter, element));
  Apply(ReadConstraintOptions(arguments), exclude);
  exclude.using_method = arguments.KeywordString("using").value_or("gist");
  const Value where = arguments.Keyword("where");
  if (!where.is_empty() && !where.is_none()) exclude.where = ReadSqlText(interpreter, where, "where");
  const Value classes = arguments.Keyword("ops");
  if (!classes.is_empty()) ReadOperatorClasses(interpreter, classes, exclude);
  return exclude;
}

const python::TypeObject* ExcludeConstraintClass() {
  static const python::TypeObject* const kClass =
      python::MakeNativeType({.name = "ExcludeConstraint",
                              .module = "sqlalchemy.dialects.postgresql.ext",
                              .base = ConstraintClass(),
                              .init = InitExclude});
  return kClass;
}

}  // namespace limbeck::pymodules
