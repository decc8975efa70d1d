#include "engine/object_files.h"

#include <optional>

#include "base/error_of.h"
#include "base/pattern.h"
#include "limbeck/error.h"
#include "project/sql_statements.h"

namespace limbeck::engine {

ObjectFiles ObjectFiles::Read(const std::vector<std::string>& paths, FileSystem& files) {
  ObjectFiles read;
  for (const std::string& path : paths) {
    if (!files.Exists(path)) {
      throw Error(ErrorKind::kCommand, "schema_objects names " + path + ", which is not there");
    }
    read.Add(path, files);
  }
  return read;
}

void ObjectFiles::Add(const std::string& path, FileSystem& files) {
  if (!files.IsDirectory(path)) return AddFile(path, files);
  for (const DirectoryEntry& entry : files.ListDirectory(path)) {
    if (entry.is_directory || entry.name.ends_with(".sql")) Add(JoinPath(path, entry.name), files);
  }
}

void ObjectFiles::AddFile(const std::string& path, FileSystem& files) {
  static const Pattern kGround("^create\\s+(extension|schema|domain|type)\\b", Pattern::Flag::kIgnoreCase);
  const auto source = std::make_shared<const SourceFile>(path, files.ReadFile(path));
  for (const Span& span : project::SplitSqlStatements(source->text())) {
    statements_.push_back({source, span, kGround.Matches(source->Text(span))});
  }
}

void ObjectFiles::Make(const Statement& statement, driver::Connection& connection) {
  connection.ExecuteScript(std::string(statement.source->Text(statement.span)));
}

void ObjectFiles::MakeGround(driver::Connection& connection) const {
  for (const Statement& statement : statements_) {
    if (statement.is_ground) Make(statement, connection);
  }
}

void ObjectFiles::MakeObjects(driver::Connection& connection) const {
  std::vector<const Statement*> left;
  for (const Statement& statement : statements_) {
    if (!statement.is_ground) left.push_back(&statement);
  }
  while (!left.empty()) {
    std::vector<const Statement*> failed;
    std::optional<Error> first;
    for (const Statement* statement : left) {
      std::optional<Error> error = ErrorOf([&] { Make(*statement, connection); });
      if (!error) continue;
      failed.push_back(statement);  // it may need what comes later
      if (!first) first = error->At(statement->source->PlaceOf(statement->span));
    }
    if (failed.size() == left.size()) throw *first;
    left = std::move(failed);
  }
}

}  // namespace limbeck::engine
