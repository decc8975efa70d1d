#include "pymodules/execution_options.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/text.h"
#include "pymodules/sql_values.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

std::shared_ptr<const dialect::SchemaMap> ReadSchemas(Interpreter& interpreter, const Value& given) {
  const auto* dict = python::Cast<python::DictObject>(interpreter.Resolve(given));
  if (dict == nullptr) return nullptr;
  const auto text = [&](const Value& name) { return name.is_none() ? std::string() : interpreter.Str(name); };
  dialect::SchemaMap map;
  for (const auto& entry : dict->table.entries()) {
    if (!entry.key.is_empty()) map.insert_or_assign(text(entry.key), sql::Name(text(entry.value)));
  }
  return std::make_shared<const dialect::SchemaMap>(std::move(map));
}

struct Level {
  const char* name;
  Isolation isolation;
};

constexpr Level kPostgresqlLevels[] = {
    {"AUTOCOMMIT", {.autocommit = true}},
    {"READ COMMITTED", {.level = driver::IsolationLevel::kReadCommitted}},
    {"READ UNCOMMITTED", {.level = driver::IsolationLevel::kReadUncommitted}},
    {"REPEATABLE READ", {.level = driver::IsolationLevel::kRepeatableRead}},
    {"SERIALIZABLE", {.level = driver::IsolationLevel::kSerializable}},
};
constexpr Level kSqliteLevels[] = {
    {"READ UNCOMMITTED", {}},
    {"SERIALIZABLE", {}},
    {"AUTOCOMMIT", {.autocommit = true}},
};

template <size_t kCount>
Isolation FindLevel(const Level (&levels)[kCount], const std::string& given, const char* dialect) {
  const std::string wanted = ReplaceAll(ToUpper(given), "_", " ");
  const auto* found =
      std::find_if(std::begin(levels), std::end(levels), [&](const Level& level) { return level.name == wanted; });
  if (found != std::end(levels)) return found->isolation;
  std::vector<std::string> names;
  for (const Level& level : levels) names.emplace_back(level.name);
  throw Error(ErrorKind::kScript, "Invalid value " + PythonRepr(wanted) +
                                      " for isolation_level. Valid isolation levels for " + PythonRepr(dialect) +
                                      " are " + Join(names, ", "))
      .ExceptionClass("sqlalchemy.exc.ArgumentError");
}

}  // namespace

void ReadExecutionOption(Interpreter& interpreter, const std::string& name, const Value& value, driver::Backend backend,
                         ExecutionOptions& options) {
  const bool is_size = name == "yield_per" && interpreter.Resolve(value).is_int();
  if (is_size) options.partition_size = interpreter.Resolve(value).int_value();
  if (is_size || name == "stream_results") options.streams = interpreter.Truth(value);
  if (name == "schema_translate_map") options.schemas = ReadSchemas(interpreter, value);
  if (name != "isolation_level" || interpreter.Resolve(value).is_none()) return;
  const std::string level = interpreter.Str(value);
  options.isolation = backend == driver::Backend::kPostgresql ? FindLevel(kPostgresqlLevels, level, "postgresql")
                                                              : FindLevel(kSqliteLevels, level, "sqlite");
}

std::string NameOf(driver::IsolationLevel level, driver::Backend backend) {
  if (backend == driver::Backend::kSqlite) return "SERIALIZABLE";
  const auto* found = std::find_if(std::begin(kPostgresqlLevels), std::end(kPostgresqlLevels), [&](const Level& one) {
    return !one.isolation.autocommit && one.isolation.level == level;
  });
  return found == std::end(kPostgresqlLevels) ? "READ COMMITTED" : found->name;
}

void ApplyOptions(const ExecutionOptions& options, ScriptConnection& connection) {
  if (options.isolation) connection.set_isolation(*options.isolation);
  if (options.schemas) connection.set_schemas(options.schemas);
}

}  // namespace limbeck::pymodules
