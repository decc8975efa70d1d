#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "driver/connection.h"
#include "inspect/table_facts.h"

namespace limbeck::inspect {

/// Which tables a question is about.
struct TableQuery {
  /// nullopt: where names without a schema are looked for.
  std::optional<std::string> schema;
  /// Only these; all of them when empty.
  std::vector<std::string> names;
  bool tables = true;
  bool views = false;
  bool materialized_views = false;
  /// PostgreSQL tells temporary tables from others; SQLite takes both for the same.
  bool permanent = true;
  bool temporary = true;
};

/// The kinds of names that a schema lists.
enum class NameKind { kTable, kTemporaryTable, kView, kTemporaryView, kMaterializedView, kForeignTable, kSequence };

struct EnumFacts {
  std::string name;
  std::string schema;
  bool visible = true;
  std::vector<std::string> labels;
};

/// A column of a table whose type an enum is, or an array of it.
struct EnumUse {
  std::string enum_name;
  std::string enum_schema;
  std::string table;
  /// nullopt where the table is found without it.
  std::optional<std::string> schema;
  std::string column;
  bool is_array = false;
  std::optional<std::string> default_text;
};

struct DomainFacts {
  std::string name;
  std::string schema;
  bool visible = true;
  std::string type;
  bool nullable = true;
  std::optional<std::string> default_text;
  std::optional<std::string> collation;
  /// Name and condition.
  std::vector<std::pair<std::string, std::string>> checks;
};

/// One sequence with its numbers, and the column that owns it.
struct SequenceFacts {
  schema::Sequence sequence;
  std::optional<std::string> owner_table;
  std::optional<std::string> owner_column;
  bool is_identity = false;
};

/// The catalogue of the database behind a connection, which is borrowed. Every question takes a number of queries that
/// does not depend on how much there is; nothing is remembered. Throws what the database reports.
class Catalogue {
 public:
  virtual ~Catalogue() = default;

  virtual std::vector<std::string> SchemaNames() = 0;
  /// "public", "main".
  virtual std::string DefaultSchema() = 0;
  virtual std::vector<std::string> Names(NameKind kind, const std::optional<std::string>& schema) = 0;
  /// Whether there is a table or view.
  virtual bool HasTable(const std::string& name, const std::optional<std::string>& schema) = 0;
  /// CREATE VIEW's text, or on PostgreSQL its query; nullopt when there is none.
  virtual std::optional<std::string> ViewDefinition(const std::string& name,
                                                    const std::optional<std::string>& schema) = 0;
  /// In the order of their names.
  virtual std::vector<TableFacts> Tables(const TableQuery& query) = 0;
  /// PostgreSQL; of the schemas of the search path, of one schema, or of all ("*").
  virtual std::vector<EnumFacts> Enums(const std::optional<std::string>&) { return {}; }
  virtual std::vector<EnumUse> EnumUses() { return {}; }
  virtual std::vector<DomainFacts> Domains(const std::optional<std::string>&) { return {}; }
  virtual std::vector<SequenceFacts> Sequences(const std::optional<std::string>&) { return {}; }
};

std::unique_ptr<Catalogue> OpenCatalogue(driver::Connection& connection);

/// The table (or view) of a name; nullopt when there is none.
std::optional<TableFacts> ReadTable(driver::Connection& connection, const std::string& name,
                                    const std::optional<std::string>& schema);

}  // namespace limbeck::inspect
