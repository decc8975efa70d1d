#include "assure/backup.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "driver/sqlite/copy.h"
#include "inspect/catalogue.h"
#include "limbeck/error.h"

namespace limbeck::assure {
namespace {

/// Keys of a URL that libpq knows too; the others are the Python drivers' own.
constexpr std::array<std::string_view, 11> kKnownToLibpq = {
    "sslmode", "sslrootcert", "sslcert",         "sslkey",  "host",    "port",
    "options", "passfile",    "connect_timeout", "service", "hostaddr"};

/// The connection as PostgreSQL's own programs are told of it; the password travels in the environment, where others
/// cannot read it.
ProcessRequest ProgramOf(const driver::Connection& connection, std::vector<std::string> words) {
  driver::Url url = connection.url();
  ProcessRequest request;
  if (url.password) request.environment["PGPASSWORD"] = *url.password;
  url.password.reset();
  url.drivername = "postgresql";
  std::erase_if(url.query, [](const auto& entry) {
    return std::find(kKnownToLibpq.begin(), kKnownToLibpq.end(), entry.first) == kKnownToLibpq.end();
  });
  words.push_back("--dbname=" + url.ToStringWithPassword());
  request.words = std::move(words);
  return request;
}

void RunProgram(Processes& processes, const ProcessRequest& request) {
  const int status = processes.Run(request);
  if (status == 0) return;
  throw Error(ErrorKind::kCommand, request.words.front() + " ends with exit code " + std::to_string(status));
}

bool IsFile(const driver::Connection& connection) {
  return connection.backend() == driver::Backend::kSqlite;
}

void RequireWhole(driver::Connection& copy, const std::string& file) {
  const std::string answer = copy.Execute("PRAGMA integrity_check").Scalar().ToString();
  if (answer != "ok") throw Error(ErrorKind::kDatabase, "\"" + file + "\" is not whole: " + answer);
}

/// Removes a file unless it is kept.
class NewFile {
 public:
  NewFile(FileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}
  ~NewFile() {
    if (!is_kept_ && files_.Exists(path_)) files_.Remove(path_);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void Keep() { is_kept_ = true; }

 private:
  FileSystem& files_;
  std::string path_;
  bool is_kept_ = false;
};

driver::Url UrlOfFile(const std::string& file) {
  driver::Url url;
  url.drivername = "sqlite";
  url.database = file;
  return url;
}

std::string Quoted(const std::string& name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

/// What empties a database but for the schema that every one has.
std::string DropEverything(driver::Connection& connection) {
  std::string commands = "SET client_min_messages = warning;";
  for (const std::string& schema : inspect::OpenCatalogue(connection)->SchemaNames()) {
    if (schema == "information_schema" || schema.starts_with("pg_")) continue;
    commands += " DROP SCHEMA " + Quoted(schema) + " CASCADE;";
  }
  return commands + " CREATE SCHEMA IF NOT EXISTS public;";
}

void RestoreByPrograms(driver::Connection& connection, const std::string& file, const engine::Services& services,
                       Processes& processes) {
  const std::string script = file + ".sql";
  if (services.files->Exists(script)) throw Error(ErrorKind::kCommand, "\"" + script + "\" is in the way");
  const NewFile removed(*services.files, script);
  RunProgram(processes, {.words = {"pg_restore", "--clean", "--if-exists", "--no-owner", "--file=" + script, file}});
  RunProgram(processes, ProgramOf(connection, {"psql", "--no-psqlrc", "--quiet", "--single-transaction",
                                               "--set=ON_ERROR_STOP=1", "--output=/dev/null",
                                               "--command=" + DropEverything(connection), "--file=" + script}));
}

}  // namespace

void BackUp(driver::Connection& connection, const std::string& file, const engine::Services& services,
            Processes& processes) {
  if (services.files->Exists(file)) throw Error(ErrorKind::kCommand, "\"" + file + "\" is there already");
  NewFile made(*services.files, file);
  if (IsFile(connection)) {
    const auto copy = services.connector->Connect(UrlOfFile(file));
    driver::sqlite::CopyDatabase(connection, *copy);
    RequireWhole(*copy, file);
  } else {
    RunProgram(processes, ProgramOf(connection, {"pg_dump", "--format=custom", "--file=" + file}));
  }
  made.Keep();
}

void Restore(driver::Connection& connection, const std::string& file, const engine::Services& services,
             Processes& processes) {
  if (!services.files->IsFile(file)) throw Error(ErrorKind::kCommand, "there is no file \"" + file + "\"");
  if (!IsFile(connection)) return RestoreByPrograms(connection, file, services, processes);
  const auto backup = services.connector->Connect(UrlOfFile(file));
  RequireWhole(*backup, file);
  driver::sqlite::CopyDatabase(*backup, connection);
}

std::string BackupName(driver::Connection& connection, const engine::Services& services) {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(services.clock->Now());
  const std::string name = connection.database_name();
  return fmt::format("{}.{:%Y%m%dT%H%M%SZ}.backup", name.empty() ? "memory" : name, now);
}

}  // namespace limbeck::assure
