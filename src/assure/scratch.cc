#include "assure/scratch.h"

#include <algorithm>

#include "limbeck/error.h"

namespace limbeck::assure {
namespace {

constexpr const char* kPrefix = "limbeck_scratch_";

/// What a script gives to connect() may name the database once more.
driver::ConnectOptions WithoutDatabase(driver::ConnectOptions options) {
  std::erase_if(options.arguments,
                [](const auto& argument) { return argument.first == "database" || argument.first == "dbname"; });
  return options;
}

}  // namespace

ScratchDatabases::ScratchDatabases(const engine::Services& services, Entropy& entropy, ScratchOptions options)
    : services_(services), connector_(*services.connector), entropy_(entropy), options_(std::move(options)) {}

ScratchDatabases::~ScratchDatabases() {
  for (const Database& database : databases_) {
    try {
      Drop(database);
    } catch (const Error& error) {
      services_.print_error("the scratch database " + database.url.ToString() + " is left behind: " + error.message() +
                            "\n");
    }
  }
}

std::unique_ptr<driver::Connection> ScratchDatabases::Connect(const driver::Url& url,
                                                              const driver::ConnectOptions& options) {
  const driver::Url& asked = options_.instead ? *options_.instead : url;
  const std::string asked_for = asked.ToStringWithPassword();
  auto found = std::find_if(databases_.begin(), databases_.end(),
                            [&](const Database& database) { return database.asked_for == asked_for; });
  if (found == databases_.end()) found = databases_.insert(databases_.end(), Make(asked, options));
  return connector_.Connect(found->url, WithoutDatabase(options));
}

ScratchDatabases::Database ScratchDatabases::Make(const driver::Url& url, const driver::ConnectOptions& options) {
  if (driver::BackendOf(url) == driver::Backend::kSqlite) return MakeFile(url, options);
  Database made{url.ToStringWithPassword(), options_.server.value_or(url), WithoutDatabase(options),
                options_.server.value_or(url)};
  made.url.database = kPrefix + NewRevisionId(entropy_);
  const auto server = connector_.Connect(made.server, options);
  const driver::Result may =
      server->Execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user");
  if (!may.empty() && !may.Scalar().AsBool()) {
    throw Error(ErrorKind::kDatabase, "this user may not create the scratch database that is needed")
        .Hint("--scratch-url names a server where one may be created; or ALTER ROLE ... CREATEDB");
  }
  server->Execute("CREATE DATABASE " + *made.url.database);
  return made;
}

ScratchDatabases::Database ScratchDatabases::MakeFile(const driver::Url& url, const driver::ConnectOptions& options) {
  const std::string folder = services_.environment->Get("TMPDIR").value_or("/tmp");
  Database made{url.ToStringWithPassword(), url, WithoutDatabase(options), {}};
  made.url.database = JoinPath(folder, kPrefix + NewRevisionId(entropy_) + ".db");
  // file:... and its parameters are the target's.
  made.url.query.clear();
  return made;
}

void ScratchDatabases::Drop(const Database& database) {
  if (driver::BackendOf(database.url) == driver::Backend::kSqlite) {
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
      const std::string file = *database.url.database + ending;
      if (services_.files->Exists(file)) services_.files->Remove(file);
    }
    return;
  }
  const auto server = connector_.Connect(database.server, database.options);
  constexpr int kFirstWithForce = 13;
  const bool can_force = server->server_version().front() >= kFirstWithForce;
  server->Execute("DROP DATABASE IF EXISTS " + *database.url.database + (can_force ? " WITH (FORCE)" : ""));
}

void ScratchDatabases::Clear() {
  while (!databases_.empty()) {
    const Database last = std::move(databases_.back());
    databases_.pop_back();
    Drop(last);
  }
}

void ScratchDatabases::ForEach(const std::function<void(driver::Connection&)>& visit) {
  for (const Database& database : databases_) visit(*connector_.Connect(database.url, database.options));
}

}  // namespace limbeck::assure
