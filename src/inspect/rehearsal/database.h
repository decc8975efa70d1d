#pragma once

#include <optional>
#include <set>
#include <string>

#include "driver/fake_database.h"
#include "inspect/rehearsal/made_up_rows.h"
#include "inspect/rehearsal/schema.h"
#include "inspect/rehearsal/versions.h"

namespace limbeck::inspect::rehearsal {

/// A PostgreSQL database that is not there: it takes every statement, has no rows but those of version tables, and
/// remembers what the statements would have made of its schema, so that scripts that look before they change find what
/// they expect. It must outlive its connections, and belongs with them to one thread.
class Database : public driver::Connector, private driver::StandIn {
 public:
  Database();

  using Connector::Connect;
  std::unique_ptr<driver::Connection> Connect(const driver::Url& url, const driver::ConnectOptions& options) override;

  const Schema& schema() const { return schema_; }
  /// As it was at some moment before.
  void SetSchema(Schema schema) { schema_ = std::move(schema); }
  /// A step begins. One that goes on for very many statements waits for something that only a real database says:
  /// it gets an error.
  void BeginStep() { answered_ = 0; }
  /// Queries find rows that are made up, or, which is how it begins, none.
  void MakeUpRows(bool makes);
  /// The table ("name" or "schema.name") was there before any of the statements that the database has seen; so was the
  /// column in all tables that were. Whether that is news.
  bool AssumeTable(const std::string& name);
  bool AssumeColumn(const std::string& name);

 private:
  friend std::unique_ptr<Catalogue> CatalogueOf(driver::StandIn& stand_in);
  std::optional<driver::Result> Answer(const std::string& sql) override;

  driver::FakeDatabase fake_;
  Schema schema_;
  Versions versions_;
  std::optional<MadeUpRows> rows_;
  int answered_ = 0;
  std::set<QualifiedName> assumed_;
};

/// The catalogue of the database that answers for a connection.
std::unique_ptr<Catalogue> CatalogueOf(driver::StandIn& stand_in);

}  // namespace limbeck::inspect::rehearsal
