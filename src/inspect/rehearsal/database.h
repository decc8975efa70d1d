#pragma once

#include "driver/fake_database.h"
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

 private:
  friend std::unique_ptr<Catalogue> CatalogueOf(driver::StandIn& stand_in);
  std::optional<driver::Result> Answer(const std::string& sql) override;

  driver::FakeDatabase fake_;
  Schema schema_;
  Versions versions_;
};

/// The catalogue of the database that answers for a connection.
std::unique_ptr<Catalogue> CatalogueOf(driver::StandIn& stand_in);

}  // namespace limbeck::inspect::rehearsal
