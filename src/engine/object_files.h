#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "base/source.h"
#include "driver/connection.h"

namespace limbeck::engine {

/// The SQL files that declare a project's views, functions, triggers, policies and extensions (the option
/// schema_objects): their statements, in any order among each other.
class ObjectFiles {
 public:
  /// Each path is a file, or a folder all of whose .sql files count, also those of folders in it. Throws Error
  /// (kCommand) for a path that is not there.
  static ObjectFiles Read(const std::vector<std::string>& paths, FileSystem& files);

  bool empty() const { return statements_.empty(); }
  /// Makes the extensions, schemas, domains and types, which tables may need.
  void MakeGround(driver::Connection& connection) const;
  /// Makes the rest. A statement that fails is tried again when others have been made. Throws what the database says
  /// about the first that cannot be made, with its place.
  void MakeObjects(driver::Connection& connection) const;

 private:
  struct Statement {
    SourcePtr source;
    Span span;
    bool is_ground = false;
  };

  void Add(const std::string& path, FileSystem& files);
  void AddFile(const std::string& path, FileSystem& files);
  static void Make(const Statement& statement, driver::Connection& connection);

  std::vector<Statement> statements_;
};

}  // namespace limbeck::engine
