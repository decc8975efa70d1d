#include "inspect/postgresql/catalogue.h"

#include "base/text.h"
#include "inspect/postgresql/array_text.h"
#include "inspect/postgresql/queries.h"
#include "inspect/postgresql/table_reader.h"

namespace limbeck::inspect::postgresql {
namespace {

std::vector<std::string> FirstColumn(const driver::Result& rows) {
  std::vector<std::string> texts;
  for (const driver::Row row : rows) texts.emplace_back(row[0].AsText());
  return texts;
}

std::string NamesQueryOf(NameKind kind, const std::optional<std::string>& schema) {
  const std::string permanent = "c.relpersistence <> 't'";
  const std::string temporary = "c.relpersistence = 't'";
  switch (kind) {
    case NameKind::kTable:
      return NamesQuery("r,p", permanent, schema);
    case NameKind::kTemporaryTable:
      return NamesQuery("r,p", temporary, std::nullopt);
    case NameKind::kView:
      return NamesQuery("v", permanent, schema);
    case NameKind::kTemporaryView:
      return NamesQuery("v", temporary, schema);
    case NameKind::kMaterializedView:
      return NamesQuery("m", permanent, schema);
    case NameKind::kForeignTable:
      return NamesQuery("f", "true", schema);
    case NameKind::kSequence:
      break;
  }
  return NamesQuery("S", "true", schema);
}

/// Names and conditions: "CHECK (VALUE > 0)" is "VALUE > 0".
std::vector<std::pair<std::string, std::string>> ReadDomainChecks(const driver::Cell& names,
                                                                  const driver::Cell& definitions) {
  const std::vector<std::string> keys = ReadTexts(names.AsText());
  const std::vector<std::string> texts = ReadTexts(definitions.AsText());
  std::vector<std::pair<std::string, std::string>> checks;
  for (size_t i = 0; i < keys.size() && i < texts.size(); ++i) {
    if (texts[i].starts_with("CHECK") && texts[i].size() > 8) {
      checks.emplace_back(keys[i], texts[i].substr(7, texts[i].size() - 8));
    }
  }
  return checks;
}

class PostgresqlCatalogue : public Catalogue {
 public:
  explicit PostgresqlCatalogue(driver::Connection& connection) : connection_(connection) {}

  std::vector<std::string> SchemaNames() override {
    return FirstColumn(connection_.Execute(
        "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg_%' ORDER BY nspname"));
  }
  std::string DefaultSchema() override { return connection_.CurrentSchema(); }

  std::vector<std::string> Names(NameKind kind, const std::optional<std::string>& schema) override {
    return FirstColumn(connection_.Execute(NamesQueryOf(kind, schema)));
  }

  bool HasTable(const std::string& name, const std::optional<std::string>& schema) override {
    return !connection_
                .Execute(NamesQuery("r,p,f,v,m", "true", schema) + " AND c.relname = " + QuoteText(name) + " LIMIT 1")
                .empty();
  }

  std::optional<std::string> ViewDefinition(const std::string& name,
                                            const std::optional<std::string>& schema) override {
    const std::string oids =
        ReplaceAll(NamesQuery("v,m", "true", schema), "SELECT c.relname", "SELECT pg_catalog.pg_get_viewdef(c.oid)");
    const driver::Result rows = connection_.Execute(oids + " AND c.relname = " + QuoteText(name));
    return rows.empty() ? std::nullopt : std::optional(rows.Scalar().ToString());
  }

  std::vector<TableFacts> Tables(const TableQuery& query) override {
    return TableReader(connection_, NamedTypes(Enums("*"), Domains("*"))).Read(query);
  }

  std::vector<EnumFacts> Enums(const std::optional<std::string>& schema) override {
    std::vector<EnumFacts> enums;
    for (const driver::Row row : connection_.Execute(EnumsQuery(schema))) {
      enums.push_back({row[0].ToString(), row[1].ToString(), row[2].AsBool(), ReadTexts(row[3].AsText())});
    }
    return enums;
  }

  std::vector<EnumUse> EnumUses() override {
    std::vector<EnumUse> uses;
    for (const driver::Row row : connection_.Execute(EnumUsesQuery())) {
      EnumUse use{row[0].ToString(), row[1].ToString(), row[2].ToString(), {}, row[4].ToString(), row[5].AsBool(), {}};
      if (!row[3].is_null()) use.schema = row[3].ToString();
      if (!row[6].is_null()) use.default_text = row[6].ToString();
      uses.push_back(std::move(use));
    }
    return uses;
  }

  std::vector<DomainFacts> Domains(const std::optional<std::string>& schema) override {
    std::vector<DomainFacts> domains;
    for (const driver::Row row : connection_.Execute(DomainsQuery(schema))) {
      DomainFacts domain;
      domain.name = row[0].AsText();
      domain.schema = row[1].AsText();
      domain.visible = row[2].AsBool();
      // SQLAlchemy reads "character varying(30)" as "character varying".
      domain.type = Split(row[3].AsText(), '(')[0];
      domain.nullable = row[4].AsBool();
      if (!row[5].is_null()) domain.default_text = row[5].ToString();
      if (!row[6].is_null()) domain.collation = row[6].ToString();
      domain.checks = ReadDomainChecks(row[7], row[8]);
      domains.push_back(std::move(domain));
    }
    return domains;
  }

  std::vector<SequenceFacts> Sequences(const std::optional<std::string>& schema) override {
    std::vector<SequenceFacts> sequences;
    for (const driver::Row row : connection_.Execute(SequencesQuery(schema))) {
      SequenceFacts facts;
      facts.sequence.name = row[0].ToString();
      facts.sequence.schema = row[1].ToString();
      facts.sequence.options.start = row[2].AsInteger();
      facts.sequence.options.increment = row[3].AsInteger();
      facts.sequence.options.minvalue = row[4].AsInteger();
      facts.sequence.options.maxvalue = row[5].AsInteger();
      facts.sequence.options.cache = row[6].AsInteger();
      facts.sequence.options.cycle = row[7].AsBool();
      std::vector<std::string> warnings;
      facts.sequence.data_type = ReadColumnType(row[8].ToString(), NamedTypes({}, {}), "sequence", warnings);
      if (!row[9].is_null()) facts.owner_table = row[9].ToString();
      if (!row[10].is_null()) facts.owner_column = row[10].ToString();
      facts.is_identity = row[11].ToString() == "i";
      sequences.push_back(std::move(facts));
    }
    return sequences;
  }

 private:
  driver::Connection& connection_;
};

}  // namespace

std::unique_ptr<Catalogue> OpenCatalogue(driver::Connection& connection) {
  return std::make_unique<PostgresqlCatalogue>(connection);
}

}  // namespace limbeck::inspect::postgresql
