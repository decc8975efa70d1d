#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/migration_context.h"
#include "pymodules/script_run.h"
#include "python/interpreter.h"

namespace limbeck::engine {

/// Reads the arguments of context.configure().
class ConfiguredOptions {
 public:
  /// Borrows both.
  ConfiguredOptions(python::Interpreter& interpreter, const pymodules::ConfigureRequest& request)
      : interpreter_(interpreter), request_(request) {}

  ContextOptions Read();
  /// configure(as_sql=): writes a script although the command line does not ask for one.
  bool as_sql() { return IsTrue("as_sql", false); }
  /// configure(starting_rev=)
  std::optional<std::string> starting_revision();

  /// The database of configure(connection=). Throws CommandError for an engine, and for nothing at all.
  std::shared_ptr<pymodules::ScriptConnection> Connection();
  /// What connection=, url= or dialect_name= say, in that order.
  const dialect::Dialect& OfflineDialect();

  /// An option's value, None when it was not given.
  static python::Value Find(const python::DictObject& options, std::string_view name);

 private:
  python::Value Get(std::string_view name);
  bool IsTrue(std::string_view name, bool fallback);
  std::optional<std::string> Text(std::string_view name);
  dialect::ParameterStyle ParameterStyle();
  /// Empty where standard output takes the text as it is.
  std::function<void(std::string_view text)> Writer();

  python::Interpreter& interpreter_;
  const pymodules::ConfigureRequest& request_;
};

}  // namespace limbeck::engine
