#pragma once

#include <map>
#include <set>
#include <string>

#include "compare/hooks.h"
#include "compare/python_renderer.h"
#include "pymodules/models.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What env.py said about autogenerate: calls its functions with the objects they know. Borrows interpreter, options
/// and models.
class AutogenerateHooks : public compare::Hooks, public compare::ItemRenderer {
 public:
  AutogenerateHooks(python::Interpreter& interpreter, const python::DictObject& options, const Models& models)
      : interpreter_(interpreter), options_(options), models_(models) {}

  /// An option of context.configure(); None when it was not given.
  python::Value Option(std::string_view name) const;
  bool IsTrue(std::string_view name, bool fallback) const;
  std::optional<std::string> Text(std::string_view name) const;

  bool IncludeSchema(const std::optional<std::string>& name);
  bool IncludeTable(const std::string& name, const std::optional<std::string>& schema);
  bool IncludeName(const std::optional<std::string>& name, compare::ObjectKind kind,
                   const schema::Table* table) override;
  bool IncludeObject(const compare::Subject& subject, const std::optional<std::string>& name, compare::ObjectKind kind,
                     const compare::Subject* compare_to) override;
  std::optional<bool> CompareType(const compare::ColumnPair& pair) override;
  std::optional<bool> CompareServerDefault(const compare::ColumnPair& pair, const std::optional<std::string>& database,
                                           const std::optional<std::string>& model) override;
  std::optional<bool> CompareAgainstBackend(const compare::ColumnPair& pair) override;
  void LogInfo(const char* logger, const std::string& message) override;
  void Warn(const std::string& message) override;

  Answer Render(const char* kind, const compare::RenderedItem& item, std::set<std::string>& imports) override;

  /// The AutogenContext object.
  const python::Value& context();
  /// The script's object for a type, or one made for it.
  python::Value TypeObject(const sql::Type& type);

 private:
  bool CallNameFilter(const std::optional<std::string>& name, const char* kind, const python::Value& parents);
  python::Value DatabaseTable(const schema::Table& table);
  python::Value ObjectOf(const compare::Subject& subject);
  python::Value ObjectOf(const compare::RenderedItem& item);
  python::Value ColumnOf(const schema::Table& table, const schema::Column& column, bool reflected);
  std::optional<bool> Decision(const python::Value& answer);

  python::Interpreter& interpreter_;
  const python::DictObject& options_;
  const Models& models_;
  std::map<const schema::Table*, python::Value> database_tables_;
  python::Value context_;
};

}  // namespace limbeck::pymodules
