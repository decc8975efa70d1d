#include "backup.h"

#include <sqlite3.h>

#include <memory>
#include <stdexcept>

namespace {

struct Close {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
using Connection = std::unique_ptr<sqlite3, Close>;

Connection Open(const std::string& path, int flags) {
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
  Connection owned(connection);
  if (code != SQLITE_OK) throw std::runtime_error("cannot open " + path + ": " + sqlite3_errmsg(connection));
  return owned;
}

}  // namespace

void CopyDatabase(const std::string& from, const std::string& to) {
  const Connection source = Open(from, SQLITE_OPEN_READONLY);
  const Connection target = Open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3_backup* backup = sqlite3_backup_init(target.get(), "main", source.get(), "main");
  if (backup != nullptr) {
    sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
  }
  if (sqlite3_errcode(target.get()) != SQLITE_OK) {
    throw std::runtime_error("cannot copy to " + to + ": " + sqlite3_errmsg(target.get()));
  }
}
