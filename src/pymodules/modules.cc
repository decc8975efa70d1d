#include "pymodules/modules.h"

#include "base/embedded_file.h"

#include "pymodules/alembic_context.h"
#include "pymodules/alembic_op.h"
#include "pymodules/changes.h"
#include "pymodules/columns.h"
#include "pymodules/compile_hooks.h"
#include "pymodules/ddl_elements.h"
#include "pymodules/dialect_object.h"
#include "pymodules/engines.h"
#include "pymodules/exclude_constraint.h"
#include "pymodules/expression_functions.h"
#include "pymodules/postgresql_expressions.h"
#include "pymodules/reflection.h"
#include "pymodules/results.h"
#include "pymodules/script_directory.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "python/error_exceptions.h"
#include "python/opaque.h"
#include "python/opaque_class.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::ModuleObject;
using python::Symbol;
using python::Value;

void Set(ModuleObject& module, const char* name, Value value) {
  module.globals().Set(Symbol::Intern(name), std::move(value));
}

/// A class of SQLAlchemy's that scripts name in annotations and isinstance(): see lib/sqlalchemy/_class_names.py.
Value ClassByName(Interpreter& interpreter, Symbol name) {
  constexpr const char* kNames = "sqlalchemy._class_names";
  const bool is_class = !name.text().empty() && name.text()[0] >= 'A' && name.text()[0] <= 'Z';
  return is_class ? interpreter.FindAttribute(interpreter.Import(kNames), name) : Value();
}

/// A sub-module as an attribute, imported when it is first asked for.
ModuleObject::Fallback SubModule(const std::string& prefix) {
  return [prefix](Interpreter& interpreter, Symbol name) {
    return interpreter.HasModule(prefix + name.text()) ? interpreter.Import(prefix + name.text()) : Value();
  };
}

/// Sub-modules, and the classes that are only names.
void AddLazyModules(ModuleObject& module) {
  const ModuleObject::Fallback find = SubModule(module.name() + ".");
  module.set_fallback([find](Interpreter& interpreter, Symbol name) {
    Value found = find(interpreter, name);
    return found.is_empty() ? ClassByName(interpreter, name) : found;
  });
}

void AddTypeRoots(ModuleObject& module) {
  Set(module, "TypeEngine", Value(TypeEngineClass()));
  Set(module, "TypeDecorator", Value(TypeDecoratorClass()));
  Set(module, "UserDefinedType", Value(UserDefinedTypeClass()));
}

void FillAlembic(Interpreter&, ModuleObject& module) {
  Set(module, "__version__", python::MakeStr("1.19.2"));
  module.set_fallback(SubModule("alembic."));
}

void FillSqlalchemy(Interpreter& interpreter, ModuleObject& module) {
  Set(module, "__version__", python::MakeStr("2.0.44"));
  AddTypeClasses(module, sql::TypePackage::kSqlalchemy);
  AddTypeRoots(module);
  AddColumnClasses(module);
  AddTableClasses(module);
  Set(module, "DDL", DdlClass());
  AddExpressions(interpreter, module);
  AddEngines(module);
  Set(module, "inspect", python::MakeFunction("inspect", InspectSubject));
  AddResultClasses(module);
  AddLazyModules(module);
}

void FillTypes(Interpreter&, ModuleObject& module) {
  AddTypeClasses(module, sql::TypePackage::kSqlalchemy);
  AddTypeRoots(module);
  AddLazyModules(module);
}

void FillSchema(Interpreter&, ModuleObject& module) {
  AddColumnClasses(module);
  AddTableClasses(module);
  AddDdlClasses(module);
  AddLazyModules(module);
}

void FillSql(Interpreter& interpreter, ModuleObject& module) {
  AddExpressions(interpreter, module);
  AddNameClasses(module);
  AddTypeRoots(module);
  AddLazyModules(module);
}

void FillEngine(Interpreter&, ModuleObject& module) {
  AddEngines(module);
  AddResultClasses(module);
  AddLazyModules(module);
}

/// The dialects' own types beside those that SQLAlchemy lends them.
template <sql::TypePackage kPackage>
void FillDialect(Interpreter&, ModuleObject& module) {
  AddTypeClasses(module, sql::TypePackage::kSqlalchemy);
  AddTypeClasses(module, kPackage);
}

void FillPackage(Interpreter&, ModuleObject& module) {
  AddLazyModules(module);
}

/// What sqlalchemy.orm has, by the module that defines it.
void FillOrmPart(Interpreter&, ModuleObject& module) {
  module.set_fallback([](Interpreter& interpreter, Symbol name) {
    return name.text().starts_with("__") ? Value()
                                         : interpreter.FindAttribute(interpreter.Import("sqlalchemy.orm"), name);
  });
}

/// Pool classes are names to be handed to create_engine, which needs none.
void FillPool(Interpreter&, ModuleObject& module) {
  for (const char* name : {"NullPool", "QueuePool", "StaticPool", "SingletonThreadPool", "AssertionPool", "Pool",
                           "AsyncAdaptedQueuePool"}) {
    Set(module, name, Value(python::MakeNativeType({.name = name, .module = "sqlalchemy.pool"})));
  }
}

/// postgresql.dialect(), for compile(dialect=...).
Value MakePostgresqlDialect(Interpreter&, python::Arguments& arguments) {
  arguments.RestKeywords();
  return MakeDialect("postgresql", {});
}
Value MakeSqliteDialect(Interpreter&, python::Arguments& arguments) {
  arguments.RestKeywords();
  return MakeDialect("sqlite", {});
}

void FillSqlite(Interpreter& interpreter, ModuleObject& module) {
  FillDialect<sql::TypePackage::kSqlite>(interpreter, module);
  Set(module, "dialect", python::MakeFunction("dialect", MakeSqliteDialect));
  AddChanges(module);
}

void FillPostgresql(Interpreter& interpreter, ModuleObject& module) {
  FillDialect<sql::TypePackage::kPostgresql>(interpreter, module);
  Set(module, "dialect", python::MakeFunction("dialect", MakePostgresqlDialect));
  AddChanges(module);
  AddPostgresqlExpressions(module);
  Set(module, "ExcludeConstraint", Value(ExcludeConstraintClass()));
  AddDdlTypeClasses(module);
}

/// package(name): a package as it is where Limbeck has none of it, for the rest of those that it has a part of.
Value OpaquePackage(Interpreter& interpreter, python::Arguments& arguments) {
  const std::string name = arguments.String("name");
  arguments.Finish();
  return python::MakeOpaqueModule(interpreter, name);
}

/// ancestor(cls): the name of what a class derives from and Limbeck does not have, or None.
Value OpaqueAncestorOf(Interpreter&, python::Arguments& arguments) {
  const auto* type = python::Cast<python::TypeObject>(arguments.Required("cls"));
  arguments.Finish();
  const Value* ancestor = type == nullptr ? nullptr : python::OpaqueAncestor(*type);
  return ancestor == nullptr ? Value::None() : python::MakeStr(python::Cast<python::OpaqueObject>(*ancestor)->name);
}

constexpr python::NativeFunction kOpaqueFunctions[] = {{"package", OpaquePackage}, {"ancestor", OpaqueAncestorOf}};

void FillOpaque(Interpreter&, ModuleObject& module) {
  python::AddFunctions(module, kOpaqueFunctions);
}

constexpr std::pair<const char*, void (*)(Interpreter&, ModuleObject&)> kModules[] = {
    {"alembic", FillAlembic},
    {"alembic.op", FillAlembicOp},
    {"alembic.context", FillAlembicContext},
    {"_limbeck_operations", FillOperationsGlue},
    {"_limbeck_reflection", FillReflection},
    {"_limbeck_opaque", FillOpaque},
    {"_limbeck_scripts", FillScripts},
    {"sqlalchemy", FillSqlalchemy},
    {"sqlalchemy.types", FillTypes},
    {"sqlalchemy.sql.sqltypes", FillTypes},
    {"sqlalchemy.sql.type_api", FillTypes},
    {"sqlalchemy.ext.compiler", FillCompiler},
    {"sqlalchemy.schema", FillSchema},
    {"sqlalchemy.sql.schema", FillSchema},
    {"sqlalchemy.sql.ddl", FillSchema},
    {"sqlalchemy.sql", FillSql},
    {"sqlalchemy.sql.expression", FillSql},
    {"sqlalchemy.sql.elements", FillSql},
    {"sqlalchemy.sql.selectable", FillSql},
    {"sqlalchemy.sql.dml", FillSql},
    {"sqlalchemy.sql.base", FillSql},
    {"sqlalchemy.sql.compiler", FillPackage},
    {"sqlalchemy.future", FillSqlalchemy},
    {"sqlalchemy.inspection", FillSqlalchemy},
    {"sqlalchemy.engine", FillEngine},
    {"sqlalchemy.engine.url", FillEngine},
    {"sqlalchemy.engine.base", FillEngine},
    {"sqlalchemy.engine.create", FillEngine},
    {"sqlalchemy.engine.default", FillEngine},
    {"sqlalchemy.engine.interfaces", FillEngine},
    {"sqlalchemy.engine.mock", FillEngine},
    {"sqlalchemy.engine.row", FillEngine},
    {"sqlalchemy.engine.result", FillEngine},
    {"sqlalchemy.engine.cursor", FillEngine},
    {"sqlalchemy.pool", FillPool},
    {"sqlalchemy.dialects", FillPackage},
    {"sqlalchemy.dialects.postgresql", FillPostgresql},
    {"sqlalchemy.dialects.postgresql.array", FillPostgresql},
    {"sqlalchemy.dialects.postgresql.dml", FillPostgresql},
    {"sqlalchemy.dialects.postgresql.hstore", FillPostgresql},
    {"sqlalchemy.dialects.postgresql.types", FillPostgresql},
    {"sqlalchemy.dialects.sqlite", FillSqlite},
    {"sqlalchemy.dialects.sqlite.dml", FillSqlite},
    {"sqlalchemy.dialects.mysql", FillDialect<sql::TypePackage::kMysql>},
    {"sqlalchemy.dialects.mysql.types", FillDialect<sql::TypePackage::kMysql>},
    {"sqlalchemy.dialects.mssql", FillDialect<sql::TypePackage::kMssql>},
    {"sqlalchemy.dialects.mssql.base", FillDialect<sql::TypePackage::kMssql>},
    {"sqlalchemy.dialects.oracle", FillDialect<sql::TypePackage::kOracle>},
    {"sqlalchemy.dialects.oracle.base", FillDialect<sql::TypePackage::kOracle>},
    {"sqlalchemy.orm.base", FillOrmPart},
    {"sqlalchemy.orm.decl_api", FillOrmPart},
    {"sqlalchemy.orm.dynamic", FillOrmPart},
    {"sqlalchemy.orm.interfaces", FillOrmPart},
    {"sqlalchemy.orm.mapper", FillOrmPart},
    {"sqlalchemy.orm.properties", FillOrmPart},
    {"sqlalchemy.orm.relationships", FillOrmPart},
    {"sqlalchemy.orm.scoping", FillOrmPart},
    {"sqlalchemy.orm.util", FillOrmPart},
};

}  // namespace

void AddModules(Interpreter& interpreter) {
  for (const auto& [name, fill] : kModules) interpreter.AddNativeModule({name, fill});
  interpreter.AddEmbeddedModules(EmbeddedFiles());
  interpreter.Service<python::ErrorExceptions>().find = FindScriptException;
  interpreter.Service<python::ErrorExceptions>().kind = KindOfScriptException;
}

}  // namespace limbeck::pymodules
