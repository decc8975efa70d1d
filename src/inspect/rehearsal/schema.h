#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "driver/result.h"
#include "inspect/catalogue.h"
#include "inspect/rehearsal/words.h"

namespace limbeck::inspect::rehearsal {

/// A name in a schema; that of names without one is "public".
struct QualifiedName {
  std::string schema = "public";
  std::string name;
  auto operator<=>(const QualifiedName&) const = default;
};

/// What a PostgreSQL database would consist of after the statements that a script ran on one that is not there. It
/// reads CREATE, ALTER, DROP and COMMENT of tables, indexes, views, sequences and enums, and takes them as they come:
/// nothing fails, and what it does not know changes nothing. It keeps no rows.
class Schema {
 public:
  void Run(std::string_view sql);

  const std::map<QualifiedName, TableFacts>& tables() const { return tables_; }
  const std::map<QualifiedName, std::vector<std::string>>& enums() const { return enums_; }
  const std::vector<QualifiedName>& sequences() const { return sequences_; }
  const std::vector<std::string>& schemas() const { return schemas_; }
  TableFacts* Find(const QualifiedName& name);

 private:
  void RunOne(WordReader words);
  void Create(WordReader& words);
  void CreateTable(WordReader& words);
  void CreateIndex(WordReader& words, bool unique);
  void CreateView(WordReader& words, TableKind kind);
  void CreateType(WordReader& words);
  void CreateSchema(WordReader& words);
  void Drop(WordReader& words);
  void DropIndex(const QualifiedName& name);
  void Alter(WordReader& words);
  void AlterTable(WordReader& words);
  void AlterIndex(WordReader& words);
  void AlterType(WordReader& words);
  void ChangeEnum(const std::string& from, const std::string& to);
  void Comment(WordReader& words);
  void RenameTable(const QualifiedName& from, const QualifiedName& to);
  void DropCascading(const QualifiedName& table);

  std::map<QualifiedName, TableFacts> tables_;
  std::map<QualifiedName, std::vector<std::string>> enums_;
  std::vector<QualifiedName> sequences_;
  std::vector<std::string> schemas_ = {"information_schema", "public"};
};

/// Reads "name" or "schema.name".
QualifiedName ReadName(WordReader& words);

}  // namespace limbeck::inspect::rehearsal
