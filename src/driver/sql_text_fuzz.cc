#include "driver/sql_text.h"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using limbeck::driver::Backend;
  const std::string sql(reinterpret_cast<const char*>(data), size);
  limbeck::driver::FirstKeyword(sql, Backend::kSqlite);
  limbeck::driver::FirstKeyword(sql, Backend::kPostgresql);
  // A quoted name is one piece, whatever is in it.
  if (limbeck::driver::MayHoldSeveralStatements("SELECT " + limbeck::driver::QuoteName(sql))) __builtin_trap();
  limbeck::driver::MayHoldSeveralStatements(sql);
  return 0;
}
