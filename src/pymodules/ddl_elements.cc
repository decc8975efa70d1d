#include "pymodules/ddl_elements.h"

#include "base/text.h"
#include "pymodules/column_parts.h"
#include "pymodules/columns.h"
#include "pymodules/compile_hooks.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "schema/spell.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

struct DdlState : python::NativeState {
  explicit DdlState(ops::Operation made) : operation(std::move(made)) {}
  ops::Operation operation;
};

// ------------------------------------------------------------------------------------------ what stands for what

/// What comes with a table when a directive makes it, and not when CreateTable does.
schema::Table WithoutCompanions(schema::Table table) {
  table.indexes.clear();
  table.comment.reset();
  for (schema::Column& column : table.columns) {
    column.index = false;
    column.comment.reset();
    if (!column.type.enumeration) continue;
    sql::EnumDetails details = *column.type.enumeration;
    details.create_type = false;
    column.type.enumeration = std::move(details);
  }
  return table;
}

ops::Operation ReadCreateTableElement(Interpreter& interpreter, Arguments& arguments) {
  ops::CreateTable operation;
  operation.table = WithoutCompanions(ReadTable(interpreter, arguments.Required("element"), "element"));
  arguments.Keyword("include_foreign_key_constraints");
  operation.if_not_exists = arguments.KeywordOptionalBool("if_not_exists");
  return operation;
}

ops::Operation ReadDropTableElement(Interpreter& interpreter, Arguments& arguments) {
  const schema::Table table = ReadTable(interpreter, arguments.Required("element"), "element");
  ops::DropTable operation;
  operation.table = table.name;
  operation.schema = table.schema;
  operation.if_exists = arguments.OptionalBool("if_exists");
  return operation;
}

const IndexState& ReadIndex(Interpreter& interpreter, const Value& given) {
  const auto* state = python::StateOf<IndexState>(interpreter.Resolve(given));
  if (state == nullptr) python::RaiseTypeError("element must be an Index, not " + python::TypeName(given));
  return *state;
}

ops::Operation ReadCreateIndexElement(Interpreter& interpreter, Arguments& arguments) {
  const IndexState& state = ReadIndex(interpreter, arguments.Required("element"));
  ops::CreateIndex operation;
  operation.index = state.index;
  if (state.table != nullptr) {
    const schema::Table table = ReadTable(interpreter, Value(state.table), "table");
    operation.index = schema::NameColumns(state.index, table);
    operation.table = table.name;
    operation.schema = table.schema;
  }
  operation.if_not_exists = arguments.OptionalBool("if_not_exists");
  return operation;
}

ops::Operation ReadDropIndexElement(Interpreter& interpreter, Arguments& arguments) {
  const IndexState& state = ReadIndex(interpreter, arguments.Required("element"));
  ops::DropIndex operation;
  operation.name = state.index.name;
  operation.options = state.index.options;
  if (state.table != nullptr) {
    const schema::Table table = ReadTable(interpreter, Value(state.table), "table");
    operation.table = table.name;
    operation.schema = table.schema;
  }
  operation.if_exists = arguments.OptionalBool("if_exists");
  return operation;
}

const schema::Sequence& ReadSequence(Interpreter& interpreter, const Value& given) {
  const auto* state = python::StateOf<SequenceState>(interpreter.Resolve(given));
  if (state == nullptr) python::RaiseTypeError("element must be a Sequence, not " + python::TypeName(given));
  return state->sequence;
}

ops::Operation ReadCreateSequenceElement(Interpreter& interpreter, Arguments& arguments) {
  ops::CreateSequence operation;
  operation.sequence = ReadSequence(interpreter, arguments.Required("element"));
  operation.if_not_exists = arguments.Bool("if_not_exists", false);
  return operation;
}

ops::Operation ReadDropSequenceElement(Interpreter& interpreter, Arguments& arguments) {
  ops::DropSequence operation;
  operation.sequence = ReadSequence(interpreter, arguments.Required("element"));
  operation.if_exists = arguments.Bool("if_exists", false);
  return operation;
}

ops::Operation ReadCreateSchemaElement(Interpreter& interpreter, Arguments& arguments) {
  ops::CreateSchema operation;
  operation.name = ReadName(interpreter, arguments.Required("name"), "name");
  operation.if_not_exists = arguments.Bool("if_not_exists", false);
  return operation;
}

ops::Operation ReadDropSchemaElement(Interpreter& interpreter, Arguments& arguments) {
  ops::DropSchema operation;
  operation.name = ReadName(interpreter, arguments.Required("name"), "name");
  operation.cascade = arguments.Bool("cascade", false);
  operation.if_exists = arguments.Bool("if_exists", false);
  return operation;
}

/// A constraint that is in a table.
const ConstraintState& ReadConstraint(Interpreter& interpreter, const Value& given) {
  const auto* state = python::StateOf<ConstraintState>(interpreter.Resolve(given));
  if (state == nullptr) python::RaiseTypeError("element must be a Constraint, not " + python::TypeName(given));
  if (state->table == nullptr) {
    throw Error(ErrorKind::kScript, "the constraint is in no table").ExceptionClass("sqlalchemy.exc.CompileError");
  }
  return *state;
}

ops::Operation ReadAddConstraintElement(Interpreter& interpreter, Arguments& arguments) {
  const ConstraintState& state = ReadConstraint(interpreter, arguments.Required("element"));
  arguments.RestKeywords();
  const schema::Table table = ReadTable(interpreter, Value(state.table), "table");
  return ops::AddConstraint{table.name, table.schema, state.constraint};
}

ops::Operation ReadDropConstraintElement(Interpreter& interpreter, Arguments& arguments) {
  const ConstraintState& state = ReadConstraint(interpreter, arguments.Required("element"));
  const schema::Table table = ReadTable(interpreter, Value(state.table), "table");
  ops::DropConstraint operation;
  operation.name = schema::NameOf(state.constraint);
  operation.table = table.name;
  operation.schema = table.schema;
  operation.if_exists = arguments.KeywordOptionalBool("if_exists");
  return operation;
}

template <typename Operation>
ops::Operation ReadTypeElement(Interpreter& interpreter, Arguments& arguments) {
  Operation operation;
  operation.type = ReadType(interpreter, arguments.Required("type_"), "type_");
  arguments.RestKeywords();
  return operation;
}

template <bool kDrop>
ops::Operation ReadTableComment(Interpreter& interpreter, Arguments& arguments) {
  const schema::Table table = ReadTable(interpreter, arguments.Required("element"), "element");
  if (kDrop) return ops::DropTableComment{table.name, {}, table.schema};
  return ops::CreateTableComment{table.name, table.comment, {}, table.schema};
}

/// "%(name)s" takes its value from the context, and "%%" is a percent sign. Colons mean nothing.
std::string FormatDdl(Interpreter& interpreter, const Value& statement, const Value& context) {
  const Value names = context.is_none() ? Value(python::MakeDict()) : context;
  const std::string text = interpreter.Str(interpreter.Binary(python::ast::BinaryOperator::kModulo, statement, names));
  return ReplaceAll(text, ":", "\\:");
}

/// DDL(statement, context=None)
ops::Operation ReadDdl(Interpreter& interpreter, Arguments& arguments) {
  const Value statement = interpreter.Resolve(arguments.Required("statement"));
  if (python::Cast<python::StrObject>(statement) == nullptr) {
    python::Raise(python::Exceptions().type_error,
                  "Expected a string or unicode SQL statement, got " + interpreter.Repr(statement));
  }
  const Value context = interpreter.Resolve(arguments.OrNone("context"));
  return ops::ExecuteSql{sql::Text{FormatDdl(interpreter, statement, context), {}}};
}

// ------------------------------------------------------------------------------------------ the classes

using Reader = ops::Operation (*)(Interpreter&, Arguments&);

template <Reader kRead>
void InitElement(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  WithScriptErrors(interpreter, [&] { RefuseCompileHooks(interpreter, Value(&self)); });
  auto state = std::make_unique<DdlState>(kRead(interpreter, arguments));
  arguments.Finish();
  self.set_state(std::move(state));
}

/// element.execute_if(...): for events, which have no effect here.
Value ExecuteIf(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Rest();
  arguments.RestKeywords();
  return self;
}

const TypeObject* ExecutableClass() {
  static constexpr python::NativeMethod kMethods[] = {{"execute_if", ExecuteIf}};
  static const TypeObject* const kClass =
      python::MakeNativeType({.name = "ExecutableDDLElement", .module = "sqlalchemy.sql.ddl", .methods = kMethods});
  return kClass;
}

template <Reader kRead>
Value MakeClass(const char* name) {
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = name, .module = "sqlalchemy.sql.ddl", .base = ExecutableClass(), .init = InitElement<kRead>});
  return Value(kClass);
}

void Set(python::ModuleObject& module, const char* name, Value value) {
  module.globals().Set(Symbol::Intern(name), std::move(value));
}

}  // namespace

const ops::Operation* FindDdl(const Value& value) {
  const auto* state = python::StateOf<DdlState>(value);
  return state == nullptr ? nullptr : &state->operation;
}

Value DdlClass() {
  return MakeClass<ReadDdl>("DDL");
}

void AddDdlClasses(python::ModuleObject& module) {
  Set(module, "ExecutableDDLElement", Value(ExecutableClass()));
  Set(module, "DDLElement", Value(ExecutableClass()));
  Set(module, "DDL", DdlClass());
  Set(module, "CreateTable", MakeClass<ReadCreateTableElement>("CreateTable"));
  Set(module, "DropTable", MakeClass<ReadDropTableElement>("DropTable"));
  Set(module, "CreateIndex", MakeClass<ReadCreateIndexElement>("CreateIndex"));
  Set(module, "DropIndex", MakeClass<ReadDropIndexElement>("DropIndex"));
  Set(module, "CreateSequence", MakeClass<ReadCreateSequenceElement>("CreateSequence"));
  Set(module, "DropSequence", MakeClass<ReadDropSequenceElement>("DropSequence"));
  Set(module, "CreateSchema", MakeClass<ReadCreateSchemaElement>("CreateSchema"));
  Set(module, "DropSchema", MakeClass<ReadDropSchemaElement>("DropSchema"));
  Set(module, "AddConstraint", MakeClass<ReadAddConstraintElement>("AddConstraint"));
  Set(module, "DropConstraint", MakeClass<ReadDropConstraintElement>("DropConstraint"));
  Set(module, "SetTableComment", MakeClass<ReadTableComment<false>>("SetTableComment"));
  Set(module, "DropTableComment", MakeClass<ReadTableComment<true>>("DropTableComment"));
}

void AddDdlTypeClasses(python::ModuleObject& module) {
  Set(module, "CreateEnumType", MakeClass<ReadTypeElement<ops::CreateType>>("CreateEnumType"));
  Set(module, "DropEnumType", MakeClass<ReadTypeElement<ops::DropType>>("DropEnumType"));
  Set(module, "CreateDomainType", MakeClass<ReadTypeElement<ops::CreateType>>("CreateDomainType"));
  Set(module, "DropDomainType", MakeClass<ReadTypeElement<ops::DropType>>("DropDomainType"));
}

}  // namespace limbeck::pymodules
