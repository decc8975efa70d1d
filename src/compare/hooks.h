#pragma once

#include <optional>
#include <string>
#include <variant>

#include "schema/table.h"

namespace limbeck::compare {

/// What is compared.
enum class ObjectKind { kSchema, kTable, kColumn, kIndex, kUnique, kForeignKey, kCheck };

/// Alembic's word for it: "unique_constraint".
const char* NameOf(ObjectKind kind);

/// One thing of the models or of the database, as filters see it.
struct Subject {
  const schema::Table* table = nullptr;
  /// Null: the table itself is meant.
  std::variant<std::monostate, const schema::Column*, const schema::Constraint*, const schema::Index*> part;
  /// It is in the database; otherwise in the models.
  bool reflected = false;
};

/// A column of both sides.
struct ColumnPair {
  const schema::Table& database_table;
  const schema::Table& model_table;
  const schema::Column& database;
  const schema::Column& model;
};

/// What a project may have its say in (context.configure(include_object=, compare_type=, ...)), and where comparison
/// reports what it sees.
class Hooks {
 public:
  virtual ~Hooks() = default;

  virtual bool IncludeName(const std::optional<std::string>&, ObjectKind, const schema::Table*) { return true; }
  virtual bool IncludeObject(const Subject&, const std::optional<std::string>&, ObjectKind, const Subject*) {
    return true;
  }
  /// nullopt: nothing is said, the dialect decides.
  virtual std::optional<bool> CompareType(const ColumnPair&) { return std::nullopt; }
  virtual std::optional<bool> CompareServerDefault(const ColumnPair&, const std::optional<std::string>&,
                                                   const std::optional<std::string>&) {
    return std::nullopt;
  }
  /// The column's own Python class says whether types differ (compare_against_backend).
  virtual std::optional<bool> CompareAgainstBackend(const ColumnPair&) { return std::nullopt; }

  /// `logger` is what follows "alembic.".
  virtual void LogInfo(const char* logger, const std::string& message) = 0;
  virtual void Warn(const std::string& message) = 0;
};

}  // namespace limbeck::compare
