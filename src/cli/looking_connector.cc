#include "cli/looking_connector.h"

namespace limbeck::cli {

bool LookingConnector::IsMissing(const driver::Url& url) const {
  if (driver::BackendOf(url) != driver::Backend::kSqlite || !url.database) return false;
  const std::string& file = *url.database;
  // What SQLite reads as "file:..." says itself what is to be made.
  return !file.empty() && file != ":memory:" && !file.starts_with("file:") && !files_.Exists(file);
}

std::unique_ptr<driver::Connection> LookingConnector::Connect(const driver::Url& url,
                                                              const driver::ConnectOptions& options) {
  missing_ = IsMissing(url) ? url.ToString() : "";
  if (missing_.empty()) return connector_.Connect(url, options);
  return connector_.Connect(driver::Url::Parse("sqlite://"));
}

}  // namespace limbeck::cli
