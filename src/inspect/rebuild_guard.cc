#include "inspect/rebuild_guard.h"

#include "base/text.h"
#include "inspect/sqlite/rebuild_guard.h"
#include "limbeck/error.h"

namespace limbeck::inspect {
namespace {

/// Both databases quote alike.
std::string QuoteIdentifier(const std::string& name) {
  return "\"" + ReplaceAll(name, "\"", "\"\"") + "\"";
}

class RowCountGuard : public RebuildGuard {
 public:
  RowCountGuard(driver::Connection& connection, const sql::Name& table, const std::optional<sql::Name>& schema,
                std::unique_ptr<RebuildGuard> more)
      : connection_(connection),
        name_(table.text),
        table_((schema ? QuoteIdentifier(schema->text) + "." : "") + QuoteIdentifier(table.text)),
        before_(Count()),
        more_(std::move(more)) {}

  void Finish() override {
    const int64_t after = Count();
    if (after != before_) {
      throw Error(ErrorKind::kDatabase, "the batch on '" + name_ + "' left " + std::to_string(after) + " of " +
                                            std::to_string(before_) + " rows in the table");
    }
    if (more_) more_->Finish();
  }

 private:
  int64_t Count() const { return connection_.Execute("SELECT count(*) FROM " + table_).Scalar().AsInteger(); }

  driver::Connection& connection_;
  std::string name_;
  std::string table_;
  int64_t before_;
  std::unique_ptr<RebuildGuard> more_;
};

}  // namespace

std::unique_ptr<RebuildGuard> GuardRebuild(driver::Connection& connection, const sql::Name& table,
                                           const std::optional<sql::Name>& schema) {
  std::unique_ptr<RebuildGuard> more;
  if (connection.backend() == driver::Backend::kSqlite) {
    more = sqlite::GuardRebuild(connection, table.text, schema ? schema->text : "main");
  }
  return std::make_unique<RowCountGuard>(connection, table, schema, std::move(more));
}

}  // namespace limbeck::inspect
