#include "inspect/rehearsal/catalogue.h"

#include <algorithm>

namespace limbeck::inspect::rehearsal {
namespace {

std::string SchemaOr(const std::optional<std::string>& schema) {
  return schema.value_or("public");
}

bool IsAskedFor(const TableQuery& query, const QualifiedName& name, const TableFacts& table) {
  if (name.schema != SchemaOr(query.schema) || !query.permanent) return false;
  const auto& names = query.names;
  if (!names.empty() && std::find(names.begin(), names.end(), name.name) == names.end()) return false;
  if (table.kind == TableKind::kView) return query.views;
  return table.kind == TableKind::kMaterializedView ? query.materialized_views : query.tables;
}

std::optional<TableKind> KindOf(NameKind kind) {
  if (kind == NameKind::kTable) return TableKind::kTable;
  if (kind == NameKind::kView) return TableKind::kView;
  if (kind == NameKind::kMaterializedView) return TableKind::kMaterializedView;
  return std::nullopt;
}

class RehearsalCatalogue : public Catalogue {
 public:
  explicit RehearsalCatalogue(const Schema& schema) : schema_(schema) {}

  std::vector<std::string> SchemaNames() override { return schema_.schemas(); }
  std::string DefaultSchema() override { return "public"; }

  std::vector<std::string> Names(NameKind kind, const std::optional<std::string>& schema) override {
    std::vector<std::string> names;
    const std::optional<TableKind> wanted = KindOf(kind);
    for (const auto& [name, table] : schema_.tables()) {
      if (name.schema == SchemaOr(schema) && table.kind == wanted) names.push_back(name.name);
    }
    if (kind != NameKind::kSequence) return names;
    for (const QualifiedName& name : schema_.sequences()) {
      if (name.schema == SchemaOr(schema)) names.push_back(name.name);
    }
    return names;
  }

  bool HasTable(const std::string& name, const std::optional<std::string>& schema) override {
    return schema_.tables().count({SchemaOr(schema), name}) > 0;
  }

  std::optional<std::string> ViewDefinition(const std::string&, const std::optional<std::string>&) override {
    return std::nullopt;
  }

  std::vector<TableFacts> Tables(const TableQuery& query) override {
    std::vector<TableFacts> tables;
    for (const auto& [name, table] : schema_.tables()) {
      if (!IsAskedFor(query, name, table)) continue;
      tables.push_back(table);
      tables.back().schema = query.schema;
    }
    return tables;
  }

  std::vector<EnumFacts> Enums(const std::optional<std::string>& schema) override {
    std::vector<EnumFacts> enums;
    for (const auto& [name, labels] : schema_.enums()) {
      if (schema != "*" && name.schema != SchemaOr(schema)) continue;
      enums.push_back({name.name, name.schema, name.schema == "public", labels});
    }
    return enums;
  }

 private:
  const Schema& schema_;
};

}  // namespace

std::unique_ptr<Catalogue> OpenCatalogue(const Schema& schema) {
  return std::make_unique<RehearsalCatalogue>(schema);
}

}  // namespace limbeck::inspect::rehearsal
