#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "compare/compare.h"
#include "compare/python_renderer.h"
#include "compare/type_repr.h"
#include "sql/operators.h"

namespace limbeck::compare {

/// A dialect that writes types as Python does, but enums as their names, and expressions as their text.
class FakeBackend : public Backend {
 public:
  explicit FakeBackend(std::string name) : name_(std::move(name)) {}

  std::string name() const override { return name_; }
  std::string TypeText(const sql::Type& type) const override {
    if (sql::IsEnum(type) && type.enumeration->name) return type.enumeration->name->text;
    return ReplaceAll(ReplaceAll(ToUpper(TypeRepr(type)), "LENGTH=", ""), "()", "");
  }
  std::string ExpressionText(const sql::Expression& expression) const override {
    if (const auto* text = expression.As<sql::Text>()) return text->sql;
    if (const auto* column = expression.As<sql::ColumnReference>()) return column->name.text;
    if (const auto* unary = expression.As<sql::Unary>()) return ExpressionText(unary->operand) + " DESC";
    return "?";
  }
  std::string FinalName(const schema::ConstraintName& name) const override { return name.text->text; }
  std::vector<std::string> Statements(const ops::Operation& operation) const override {
    if (const auto* create = std::get_if<ops::CreateObject>(&operation)) return create->object.create;
    if (const auto* drop = std::get_if<ops::DropObject>(&operation)) return {drop->object.drop};
    if (const auto* replace = std::get_if<ops::ReplaceObject>(&operation)) return replace->after.create;
    if (const auto* create = std::get_if<ops::CreateType>(&operation); create && create->comes_with_table) return {};
    std::string text = ops::DirectiveName(operation);
    if (const auto* add = std::get_if<ops::AddEnumValue>(&operation)) {
      text += " " + add->value + (add->before ? " before " + *add->before : "") +
              (add->after ? " after " + *add->after : "");
    }
    if (const auto* replace = std::get_if<ops::ReplaceEnum>(&operation)) {
      text += " " + Join(replace->new_values, ",") + (replace->compares_types ? " compared" : "");
    }
    return {text};
  }
  bool AreEqual(const std::string& one, const std::string& other) override { return one == other + "::text"; }

 private:
  std::string name_;
};

/// Keeps what is logged and warned.
class RecordingHooks : public Hooks {
 public:
  void LogInfo(const char*, const std::string& message) override { lines.push_back(message); }
  void Warn(const std::string& message) override { lines.push_back("warning: " + message); }
  std::vector<std::string> lines;
};

inline schema::Column MakeColumn(const char* name, sql::Type type) {
  schema::Column column;
  column.name = name;
  column.type = std::move(type);
  return column;
}

inline schema::Table MakeTable(const char* name, std::vector<schema::Column> columns) {
  schema::Table table;
  table.name = name;
  table.columns = std::move(columns);
  return table;
}

/// Changes as the body of upgrade().
inline std::string BodyOf(const Changes& changes, const Rules& rules, bool as_batch = false) {
  RenderOptions options;
  options.render_as_batch = as_batch;
  ItemRenderer items;
  return PythonRenderer(options, rules, items).RenderBody(changes);
}

}  // namespace limbeck::compare
