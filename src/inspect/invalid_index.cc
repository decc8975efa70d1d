#include "inspect/invalid_index.h"

namespace limbeck::inspect {
namespace {

/// Those of a partitioned table are invalid until their parts are there, and are none of ours. Version 12 is the first
/// that tells what is being built.
constexpr const char* kQuery =
    "SELECT i.indexrelid::pg_catalog.regclass FROM pg_catalog.pg_index i"
    " JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relname = $1"
    " AND CASE WHEN $2::text IS NULL THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = $2 END"
    " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)";
constexpr int kFirstWithProgress = 12;

}  // namespace

std::optional<std::string> FindInvalidIndex(driver::Connection& connection, const std::string& index,
                                            const std::optional<std::string>& schema) {
  const bool may_have = connection.backend() == driver::Backend::kPostgresql && connection.stand_in() == nullptr;
  if (!may_have || connection.server_version().front() < kFirstWithProgress) return std::nullopt;
  const driver::Parameter wanted = schema ? driver::Parameter(*schema) : driver::Parameter(driver::Null());
  const driver::Result found = connection.Execute(kQuery, {index, wanted});
  if (found.empty()) return std::nullopt;
  return found.Scalar().ToString();
}

}  // namespace limbeck::inspect
