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
#include "pymodules/expressions.h"
#include "pymodules/reflection.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "python/opaque.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::ModuleObject;
using python::Symbol;
using python::Value;

void Set(ModuleObject& module, const char* name, Value value) {
  module.globals().Set(Symbol::Intern(name), std::move(value));
}

/// A sub-module as an attribute, imported when it is first asked for.
void AddLazyModules(ModuleObject& module) {
  const std::string prefix = module.name() + ".";
  module.set_fallback([prefix](Interpreter& interpreter, Symbol name) {
    return interpreter.HasModule(prefix + name.text()) ? interpreter.Import(prefix + name.text()) : Value();
  });
}

void AddTypeRoots(ModuleObject& module) {
  Set(module, "TypeEngine", Value(TypeEngineClass()));
  Set(module, "TypeDecorator", Value(TypeDecoratorClass()));
  Set(module, "UserDefinedType", Value(UserDefinedTypeClass()));
}

void FillAlembic(Interpreter&, ModuleObject& module) {
  Set(module, "__version__", python::MakeStr("1.19.2"));
  AddLazyModules(module);
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
  AddLazyModules(module);
}

void FillTypes(Interpreter&, ModuleObject& module) {
  AddTypeClasses(module, sql::TypePackage::kSqlalchemy);
  AddTypeRoots(module);
}

void FillSchema(Interpreter&, ModuleObject& module) {
  AddColumnClasses(module);
  AddTableClasses(module);
  AddDdlClasses(module);
}

void FillSql(Interpreter& interpreter, ModuleObject& module) {
  AddExpressions(interpreter, module);
  AddNameClasses(module);
  AddTypeRoots(module);
  AddLazyModules(module);
}

void FillEngine(Interpreter&, ModuleObject& module) {
  AddEngines(module);
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
  Set(module, "ExcludeConstraint", Value(ExcludeConstraintClass()));
  AddDdlTypeClasses(module);
}

/// package(name): a package as it is where Limbeck has none of it, for the rest of those that it has a part of.
Value OpaquePackage(Interpreter& interpreter, python::Arguments& arguments) {
  const std::string name = arguments.String("name");
  arguments.Finish();
  return python::MakeOpaqueModule(interpreter, name);
}

constexpr python::NativeFunction kOpaqueFunctions[] = {{"package", OpaquePackage}};

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
    {"sqlalchemy", FillSqlalchemy},
    {"sqlalchemy.types", FillTypes},
    {"sqlalchemy.sql.sqltypes", FillTypes},
    {"sqlalchemy.ext.compiler", FillCompiler},
    {"sqlalchemy.schema", FillSchema},
    {"sqlalchemy.sql.schema", FillSchema},
    {"sqlalchemy.sql.ddl", FillSchema},
    {"sqlalchemy.sql", FillSql},
    {"sqlalchemy.sql.expression", FillSql},
    {"sqlalchemy.engine", FillEngine},
    {"sqlalchemy.engine.url", FillEngine},
    {"sqlalchemy.pool", FillPool},
    {"sqlalchemy.dialects", FillPackage},
    {"sqlalchemy.dialects.postgresql", FillPostgresql},
    {"sqlalchemy.dialects.sqlite", FillSqlite},
    {"sqlalchemy.dialects.mysql", FillDialect<sql::TypePackage::kMysql>},
    {"sqlalchemy.dialects.mssql", FillDialect<sql::TypePackage::kMssql>},
    {"sqlalchemy.dialects.oracle", FillDialect<sql::TypePackage::kOracle>},
};

}  // namespace

void AddModules(Interpreter& interpreter) {
  for (const auto& [name, fill] : kModules) interpreter.AddNativeModule({name, fill});
  interpreter.AddEmbeddedModules(EmbeddedFiles());
}

}  // namespace limbeck::pymodules
