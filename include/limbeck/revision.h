#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "limbeck/operations.h"

// Where migrations come from: a folder, files that are compiled in, and revisions written in C++. One history may mix
// them.

namespace limbeck {

/// A revision in C++.
///
///   const limbeck::Revision kAddUsers{
///       .id = "3f2a",
///       .down_revisions = "1c0b",
///       .message = "add users",
///       .upgrade = [](limbeck::Operations& op) { op.CreateTable(...); },
///       .downgrade = [](limbeck::Operations& op) { op.DropTable("users"); },
///   };
///
/// Several threads may run its functions at once, each on a database of its own.
struct Revision {
  std::string id;
  /// What it follows, with commas between; empty for the first one.
  std::string down_revisions = {};
  /// Names for the line of revisions that begins here, with commas between.
  std::string branch_labels = {};
  /// Further revisions that must be applied before it, with commas between.
  std::string depends_on = {};
  std::string message = {};
  /// What they throw ends the run, whose transaction is rolled back. Empty: nothing is done.
  std::function<void(Operations&)> upgrade = {};
  /// Empty: the revision cannot be taken back.
  std::function<void(Operations&)> downgrade = {};
};

/// A file that is compiled into the program. Text and path are constant data.
struct MigrationFile {
  /// Relative to the script folder: "versions/3f2a_add_users.sql".
  std::string_view path;
  std::string_view text;
};

/// The migrations of one program.
struct Migrations {
  /// A script folder with `versions/` on disk; empty for none. Nothing but revision files is read of it: env.py is for
  /// the command line.
  std::string folder = {};
  std::vector<MigrationFile> files = {};
  std::vector<Revision> revisions = {};
};

}  // namespace limbeck
