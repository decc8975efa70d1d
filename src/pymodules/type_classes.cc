#include "pymodules/type_classes.h"

#include <map>
#include <utility>

#include "base/text.h"
#include "pymodules/compile_hooks.h"
#include "pymodules/dialect_object.h"
#include "pymodules/expressions.h"
#include "pymodules/schema_commands.h"
#include "pymodules/type_arguments.h"
#include "pymodules/type_table.h"
#include "python/interpreter.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

const char* ModuleOf(sql::TypePackage package) {
  switch (package) {
    case sql::TypePackage::kPostgresql:
      return "sqlalchemy.dialects.postgresql";
    case sql::TypePackage::kSqlite:
      return "sqlalchemy.dialects.sqlite";
    case sql::TypePackage::kMysql:
      return "sqlalchemy.dialects.mysql";
    case sql::TypePackage::kMssql:
      return "sqlalchemy.dialects.mssql";
    case sql::TypePackage::kOracle:
      return "sqlalchemy.dialects.oracle";
    case sql::TypePackage::kSqlalchemy:
    case sql::TypePackage::kThirdParty:
      break;
  }
  return "sqlalchemy.sql.sqltypes";
}

/// The native classes of the table, each made once.
class TypeClasses {
 public:
  static const TypeClasses& Get() {
    static const TypeClasses kClasses;
    return kClasses;
  }

  const TypeObject* Find(sql::TypePackage package, std::string_view name) const {
    const auto found = by_name_.find({package, name});
    return found == by_name_.end() ? nullptr : found->second;
  }

  /// The row of the first native class among a class's ancestors; null for decorators and user-defined types.
  const TypeRow* RowOf(const TypeObject* type) const {
    for (const TypeObject* ancestor : type->mro()) {
      const auto found = rows_.find(ancestor);
      if (found != rows_.end()) return found->second;
    }
    return nullptr;
  }

 private:
  TypeClasses();

  const TypeObject* BaseOf(const TypeRow& row) const {
    if (row.base == "TypeEngine") return TypeEngineClass();
    return Find(sql::TypePackage::kSqlalchemy, row.base);
  }

  std::map<std::pair<sql::TypePackage, std::string_view>, const TypeObject*> by_name_;
  std::map<const TypeObject*, const TypeRow*> rows_;
};

sql::Type InitialType(const TypeRow& row) {
  const std::optional<sql::TypeKind> kind = sql::FindTypeKind(row.package, row.name);
  return {kind.value_or(sql::TypeKind::kForeign), row.package};
}

/// A type that no kind stands for is known by its class.
void NameForeignType(const TypeRow& row, sql::Type& type) {
  if (type.kind != sql::TypeKind::kForeign) return;
  sql::TypeOrigin origin = type.origin ? *type.origin : sql::TypeOrigin{};
  origin.class_name = row.name;
  type.origin = std::move(origin);
}

void InitType(Interpreter&, InstanceObject& self, Arguments& arguments) {
  const TypeRow* row = TypeClasses::Get().RowOf(self.type());
  auto state = std::make_unique<TypeState>();
  state->type = InitialType(*row);
  ReadTypeArguments(row->signature, *state, arguments);
  arguments.Finish();
  NameForeignType(*row, state->type);
  self.set_state(std::move(state));
}

/// JSON.NULL: the null of JSON, where None is SQL's. All interpreters have the same one.
void AddJsonNull(const TypeObject* json) {
  const Value null = WrapExpression(sql::Literal(sql::Json{"null"}, sql::Type{sql::TypeKind::kJson}));
  null.object()->MakeImmortal();
  const_cast<TypeObject*>(json)->attributes().Set(Symbol::Intern("NULL"), null);
}

TypeClasses::TypeClasses() {
  for (const TypeRow& row : TypeRows()) {
    const TypeObject* type = python::MakeNativeType(
        {.name = row.name.data(), .module = ModuleOf(row.package), .base = BaseOf(row), .init = InitType});
    by_name_[{row.package, row.name}] = type;
    rows_[type] = &row;
  }
  AddJsonNull(Find(sql::TypePackage::kSqlalchemy, "JSON"));
}

// ------------------------------------------------------------------------------------------ what all types have

/// The state of a type that has one: a script's subclass may forget to call super().__init__().
TypeState& StateOfType(Interpreter& interpreter, const Value& self) {
  if (auto* state = python::StateOf<TypeState>(self)) return *state;
  auto* instance = python::Cast<InstanceObject>(self);
  const TypeRow* row = instance == nullptr ? nullptr : TypeClasses::Get().RowOf(instance->type());
  auto made = std::make_unique<TypeState>();
  if (row != nullptr) {
    made->type = InitialType(*row);
  } else if (python::TypeOf(self)->IsSubtypeOf(TypeEngineClass()) &&
             !python::TypeOf(self)->IsSubtypeOf(TypeDecoratorClass())) {
    made->type = sql::Type(sql::TypeKind::kRaw, sql::TypePackage::kThirdParty);
  } else {
    python::RaiseTypeError("not a type: " + interpreter.Repr(self));
  }
  instance->set_state(std::move(made));
  return *python::StateOf<TypeState>(self);
}

Value OptionalNumber(std::optional<int> number) {
  return number ? Value::Int(*number) : Value::None();
}

Value GetLength(Interpreter& interpreter, const Value& self) {
  return OptionalNumber(ReadType(interpreter, self, "self").length);
}
Value GetPrecision(Interpreter& interpreter, const Value& self) {
  return OptionalNumber(ReadType(interpreter, self, "self").precision);
}
Value GetScale(Interpreter& interpreter, const Value& self) {
  return OptionalNumber(ReadType(interpreter, self, "self").scale);
}
Value GetDimensions(Interpreter& interpreter, const Value& self) {
  return OptionalNumber(ReadType(interpreter, self, "self").dimensions);
}
Value GetTimezone(Interpreter& interpreter, const Value& self) {
  return Value::Bool(ReadType(interpreter, self, "self").timezone);
}
Value GetCollation(Interpreter& interpreter, const Value& self) {
  const std::string collation = ReadType(interpreter, self, "self").collation;
  return collation.empty() ? Value::None() : python::MakeStr(collation);
}

Value GetEnums(Interpreter& interpreter, const Value& self) {
  const sql::Type type = ReadType(interpreter, self, "self");
  std::vector<Value> names;
  if (type.enumeration) {
    for (const std::string& value : type.enumeration->values) names.push_back(python::MakeStr(value));
  }
  return python::MakeList(std::move(names));
}

Value GetSchema(Interpreter& interpreter, const Value& self) {
  const sql::Type type = ReadType(interpreter, self, "self");
  const bool has_schema = type.enumeration && type.enumeration->schema;
  return has_schema ? python::MakeStr(type.enumeration->schema->text) : Value::None();
}

Value GetName(Interpreter& interpreter, const Value& self) {
  const sql::Type type = ReadType(interpreter, self, "self");
  if (type.domain) return python::MakeStr(type.domain->name.text);
  if (!type.enumeration || !type.enumeration->name) return Value::None();
  return python::MakeStr(type.enumeration->name->text);
}

Value GetItemType(Interpreter& interpreter, const Value& self) {
  const Value& item = StateOfType(interpreter, self).item_type;
  return item.is_empty() ? Value::None() : item;
}

Value GetEnumClass(Interpreter& interpreter, const Value& self) {
  const Value& enum_class = StateOfType(interpreter, self).enum_class;
  return enum_class.is_empty() ? Value::None() : enum_class;
}

/// type.with_variant(other, "postgresql", ...): a copy that knows what to be there.
Value WithVariant(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value other = arguments.Required("type_");
  const sql::Type variant = ReadType(interpreter, other, "type_");
  sql::Type type = ReadType(interpreter, self, "self");
  std::vector<sql::TypeVariant> variants = type.variants ? *type.variants : std::vector<sql::TypeVariant>{};
  for (const Value& dialect : arguments.Rest()) variants.push_back({interpreter.Str(dialect), variant});
  arguments.Finish();
  type.variants = std::move(variants);
  auto state = std::make_unique<TypeState>(StateOfType(interpreter, self));
  state->type = std::move(type);
  return python::MakeInstance(python::TypeOf(self), std::move(state));
}

/// TypeDecorator[str]: the class itself, as an annotation means it.
Value ClassItself(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Rest();
  arguments.Finish();
  return self;
}

constexpr python::NativeMethod kTypeMethods[] = {
    {"with_variant", WithVariant},
    {"create", CreateOneType},
    {"drop", DropOneType},
    {"_for_values", EnumForValues},
    {"__class_getitem__", ClassItself, python::MethodKind::kClassMethod},
};

/// What a script's own comparator derives from; nothing that Limbeck does asks for it.
void InitComparator(Interpreter&, InstanceObject& self, Arguments& arguments) {
  const Value expression = arguments.Required("expr");
  arguments.Finish();
  self.MakeAttributes().Set(Symbol::Intern("expr"), expression);
}

const TypeObject* ComparatorClass() {
  static const TypeObject* const kClass =
      python::MakeNativeType({.name = "Comparator", .module = "sqlalchemy.sql.type_api", .init = InitComparator});
  return kClass;
}

/// A script's type may have an attribute of such a name for itself: what it says there goes before what the type is.
const Value* FindOwn(const Value& self, const char* name) {
  const auto* instance = python::Cast<InstanceObject>(self);
  const bool is_own = instance != nullptr && instance->type()->is_script_class() && instance->attributes() != nullptr;
  return is_own ? instance->attributes()->Find(Symbol::Intern(name)) : nullptr;
}

template <const char* kName, Value (*kGet)(Interpreter&, const Value&)>
Value GetOwnOr(Interpreter& interpreter, const Value& self) {
  const Value* own = FindOwn(self, kName);
  return own == nullptr ? kGet(interpreter, self) : *own;
}

/// A type of SQLAlchemy's own does not change any more: a column that has it is written already.
template <const char* kName>
void SetOwn(Interpreter&, const Value& self, const Value& value) {
  auto* instance = python::Cast<InstanceObject>(self);
  if (instance == nullptr || !instance->type()->is_script_class()) {
    python::Raise(python::Exceptions().attribute_error,
                  std::string("attribute '") + kName + "' of 'TypeEngine' objects is not writable");
  }
  instance->MakeAttributes().Set(Symbol::Intern(kName), value);
}

template <const char* kName, Value (*kGet)(Interpreter&, const Value&)>
constexpr python::NativeProperty Property() {
  return {kName, GetOwnOr<kName, kGet>, SetOwn<kName>};
}

constexpr char kLength[] = "length";
constexpr char kPrecision[] = "precision";
constexpr char kScale[] = "scale";
constexpr char kTimezone[] = "timezone";
constexpr char kCollation[] = "collation";
constexpr char kEnums[] = "enums";
constexpr char kName[] = "name";
constexpr char kItemType[] = "item_type";
constexpr char kEnumClass[] = "enum_class";
constexpr char kDimensions[] = "dimensions";
constexpr char kSchema[] = "schema";

/// An enum may be given another name as long as no column has it: it is created and dropped by its object.
void SetTypeName(Interpreter& interpreter, const Value& self, const Value& value) {
  auto* state = python::StateOf<TypeState>(self);
  if (state == nullptr || !state->type.enumeration || state->is_of_column) {
    return SetOwn<kName>(interpreter, self, value);
  }
  sql::EnumDetails details = *state->type.enumeration;
  details.name = sql::Name(interpreter.Str(value));
  state->type.enumeration = std::move(details);
}

constexpr python::NativeProperty kTypeProperties[] = {
    Property<kLength, GetLength>(),
    Property<kPrecision, GetPrecision>(),
    Property<kScale, GetScale>(),
    Property<kTimezone, GetTimezone>(),
    Property<kCollation, GetCollation>(),
    Property<kEnums, GetEnums>(),
    {kName, GetOwnOr<kName, GetName>, SetTypeName},
    Property<kItemType, GetItemType>(),
    Property<kEnumClass, GetEnumClass>(),
    Property<kDimensions, GetDimensions>(),
    Property<kSchema, GetSchema>(),
};

// ------------------------------------------------------------------------------------------ types of scripts

/// TypeDecorator(*args, **kwargs): the arguments are the impl's.
void InitDecorator(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  const Value implementation = interpreter.FindAttribute(Value(&self), Symbol::Intern("impl"));
  if (implementation.is_empty()) {
    python::Raise(python::Exceptions().attribute_error,
                  "TypeDecorator implementations require a class-level variable 'impl' which refers to the class of "
                  "type being decorated");
  }
  const std::vector<Value> positional = arguments.Rest();
  const auto keywords = arguments.RestKeywords();
  auto state = std::make_unique<TypeState>();
  const bool is_class = python::Cast<TypeObject>(implementation) != nullptr;
  state->implementation = is_class ? interpreter.Call(implementation, {positional, keywords}) : implementation;
  state->type = ReadType(interpreter, state->implementation, "impl");
  const Value instance = state->implementation;
  self.set_state(std::move(state));
  interpreter.SetAttribute(Value(&self), Symbol::Intern("impl"), instance);
}

/// load_dialect_impl(dialect) of a decorator that has none of its own.
Value LoadDialectImpl(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Required("dialect");
  arguments.Finish();
  return interpreter.GetAttribute(self, Symbol::Intern("impl"));
}

Value ImplOf(Interpreter& interpreter, const Value& self) {
  return interpreter.GetAttribute(self, Symbol::Intern("impl"));
}

constexpr python::NativeMethod kDecoratorMethods[] = {{"load_dialect_impl", LoadDialectImpl}};
constexpr python::NativeProperty kDecoratorProperties[] = {{"impl_instance", ImplOf}};

void InitUserDefined(Interpreter&, InstanceObject& self, Arguments& arguments) {
  arguments.Rest();
  arguments.RestKeywords();
  auto state = std::make_unique<TypeState>();
  state->type = sql::Type(sql::TypeKind::kRaw, sql::TypePackage::kThirdParty);
  self.set_state(std::move(state));
}

bool DefinesItself(const Value& self, std::string_view method, const TypeObject* native) {
  const TypeObject* owner = nullptr;
  const Value* found = python::TypeOf(self)->Find(Symbol::Intern(method), &owner);
  return found != nullptr && owner != native;
}

void RememberClass(const Value& self, sql::Type& type) {
  const TypeObject* script_class = python::TypeOf(self);
  if (!script_class->is_script_class()) return;
  sql::TypeOrigin origin = type.origin ? *type.origin : sql::TypeOrigin{};
  origin.module = script_class->module();
  origin.class_name = script_class->name();
  type.origin = std::move(origin);
}

/// A decorator's type: its impl's, and what load_dialect_impl says for the two databases.
sql::Type ReadDecorator(Interpreter& interpreter, const Value& self, const TypeState& state) {
  sql::Type type = state.type;
  if (DefinesItself(self, "load_dialect_impl", TypeDecoratorClass())) {
    std::vector<sql::TypeVariant> variants;
    for (const char* dialect : {"postgresql", "sqlite"}) {
      const Value chosen = interpreter.CallMethod(self, "load_dialect_impl", {MakeDialect(dialect)});
      variants.push_back({dialect, ReadType(interpreter, chosen, "load_dialect_impl()")});
    }
    type.variants = std::move(variants);
  }
  RememberClass(self, type);
  return type;
}

/// What the stand-ins of PostGIS types call `_column_index`: the method, the operators and the function.
sql::Shared<sql::IndexOfType> ReadIndexOfType(Interpreter& interpreter, const Value& self) {
  const Value given = interpreter.FindAttribute(self, Symbol::Intern("_column_index"));
  if (given.is_empty() || given.is_none()) return {};
  const std::vector<Value> parts = interpreter.ToVector(given);
  return sql::IndexOfType{interpreter.Str(parts[0]), interpreter.Str(parts[1]), interpreter.Str(parts[2])};
}

/// A user-defined type is what its get_col_spec() says.
sql::Type ReadUserDefined(Interpreter& interpreter, const Value& self, const TypeState& state) {
  sql::Type type = state.type;
  if (DefinesItself(self, "get_col_spec", UserDefinedTypeClass())) {
    type.ddl = interpreter.Str(interpreter.CallMethod(self, "get_col_spec", {}));
  }
  type.index = ReadIndexOfType(interpreter, self);
  RememberClass(self, type);
  return type;
}

}  // namespace

const TypeObject* TypeEngineClass() {
  static const TypeObject* const kClass = [] {
    const TypeObject* made = python::MakeNativeType({.name = "TypeEngine",
                                                     .module = "sqlalchemy.sql.type_api",
                                                     .methods = kTypeMethods,
                                                     .properties = kTypeProperties});
    const_cast<TypeObject*>(made)->attributes().Set(Symbol::Intern("Comparator"), Value(ComparatorClass()));
    return made;
  }();
  return kClass;
}

const TypeObject* TypeDecoratorClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "TypeDecorator",
                                                                  .module = "sqlalchemy.sql.type_api",
                                                                  .base = TypeEngineClass(),
                                                                  .init = InitDecorator,
                                                                  .methods = kDecoratorMethods,
                                                                  .properties = kDecoratorProperties});
  return kClass;
}

const TypeObject* UserDefinedTypeClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "UserDefinedType",
                                                                  .module = "sqlalchemy.sql.type_api",
                                                                  .base = TypeEngineClass(),
                                                                  .init = InitUserDefined});
  return kClass;
}

const TypeObject* FindTypeClass(sql::TypePackage package, std::string_view name) {
  return TypeClasses::Get().Find(package, name);
}

void AddTypeClasses(python::ModuleObject& module, sql::TypePackage package) {
  for (const TypeRow& row : TypeRows()) {
    if (row.package == package) module.globals().Set(Symbol::Intern(row.name), Value(FindTypeClass(package, row.name)));
  }
  if (package != sql::TypePackage::kSqlalchemy) return;
  module.globals().Set(Symbol::Intern("INT"), Value(FindTypeClass(package, "INTEGER")));
}

bool IsType(const Value& value) {
  const auto* type = python::Cast<TypeObject>(value);
  return (type != nullptr ? type : python::TypeOf(value))->IsSubtypeOf(TypeEngineClass());
}

void MarkOfColumn(const Value& type) {
  if (auto* state = python::StateOf<TypeState>(type)) state->is_of_column = true;
}

sql::Type ReadType(Interpreter& interpreter, const Value& value, std::string_view argument) {
  const Value given = interpreter.Resolve(value);
  if (!IsType(given)) {
    // SQLAlchemy calls what is no type: a function that makes one.
    if (python::Cast<python::FunctionObject>(given) != nullptr) {
      return ReadType(interpreter, interpreter.Call(given, {}), argument);
    }
    python::RaiseTypeError(std::string(argument) + " must be a type, not " + python::TypeName(given));
  }
  if (python::Cast<TypeObject>(given) != nullptr) return ReadType(interpreter, interpreter.Call(given, {}), argument);
  const TypeState& state = StateOfType(interpreter, given);
  const TypeObject* type_class = python::TypeOf(given);
  sql::Type type = state.type;
  if (type_class->IsSubtypeOf(TypeDecoratorClass())) {
    type = ReadDecorator(interpreter, given, state);
  } else if (type_class->IsSubtypeOf(UserDefinedTypeClass())) {
    type = ReadUserDefined(interpreter, given, state);
  }
  ApplyCompileHooks(interpreter, given, type);
  return type;
}

Value WrapType(Interpreter& interpreter, const sql::Type& type) {
  const TypeObject* type_class = FindTypeClass(type.package, sql::ClassName(type.kind));
  if (type_class == nullptr) type_class = FindTypeClass(sql::TypePackage::kSqlalchemy, sql::ClassName(type.kind));
  if (type_class == nullptr) type_class = TypeEngineClass();
  auto state = std::make_unique<TypeState>();
  state->type = type;
  if (type.item_type) state->item_type = WrapType(interpreter, *type.item_type);
  return python::MakeInstance(type_class, std::move(state));
}

}  // namespace limbeck::pymodules
