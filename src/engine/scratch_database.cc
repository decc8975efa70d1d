#include "engine/scratch_database.h"

#include "driver/backend.h"
#include "limbeck/error.h"
#include "project/sql_statements.h"

namespace limbeck::engine {
namespace {

/// No other live session of the server has the name, so that what is left of it belongs to a run that was killed.
std::string NameFor(const driver::Connection& server) {
  return "limbeck_scratch_" + std::to_string(server.backend_pid());
}

}  // namespace

ScratchDatabase::ScratchDatabase(driver::Connector& connector, const driver::Url& near) : connector_(connector) {
  if (driver::BackendOf(near) == driver::Backend::kSqlite) {
    url_ = driver::Url::Parse("sqlite://");
    return;
  }
  server_ = connector.Connect(near);
  url_ = near;
  url_.database = NameFor(*server_);
  server_->Execute("DROP DATABASE IF EXISTS " + *url_.database);
  server_->Execute("CREATE DATABASE " + *url_.database);
}

void ScratchDatabase::Load(const std::string& script, driver::Connection& connection) {
  const std::string sql = project::WithoutPsqlCommands(script);
  if (server_ == nullptr) return connection.ExecuteScript(sql);
  connector_.Connect(url_)->ExecuteScript(sql);
}

ScratchDatabase::~ScratchDatabase() {
  if (server_ == nullptr) return;
  try {
    server_->Execute("DROP DATABASE IF EXISTS " + *url_.database);
  } catch (const Error&) {  // a destructor has nobody to tell
  }
}

}  // namespace limbeck::engine
