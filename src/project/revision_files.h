#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "base/source.h"
#include "graph/revision.h"
#include "project/revision_header.h"
#include "project/script_directory.h"

namespace limbeck::project {

enum class RevisionKind {
  kPython,
  kSql,
  kCpp,  ///< C++ source with a header comment; the revision itself is compiled into a program
};

/// A revision file of the script directory.
struct RevisionFile {
  RevisionKind kind = RevisionKind::kPython;
  /// Absolute, links resolved.
  std::string path;
  /// With `revision` and `down_revisions`.
  RevisionHeader header;
};

/// Runs a Python revision file for the sake of its header. The room that has the interpreter implements it.
class HeaderEvaluator {
 public:
  virtual ~HeaderEvaluator() = default;
  /// The values of the module's globals after its body ran. Called from one thread, with the files in order.
  virtual RevisionHeader Evaluate(const SourcePtr& source) = 0;
};

struct RevisionScan {
  /// In the order in which Alembic loads them: location by location, folder by folder, by name.
  std::vector<RevisionFile> files;
  /// What Python would print as UserWarning.
  std::vector<std::string> warnings;
};

/// Finds the revision files of all version locations and reads their headers, many files on several threads. Files
/// that only tell their header when they are run go to `evaluator`; without one (nullptr) they are an error.
///
/// Throws Error: kCommand when a file has no revision id, kScript for what a Python file does wrong, kConfig when a
/// file cannot be read, kUnsupported for compiled Python files under `sourceless`.
RevisionScan ScanRevisions(const ScriptDirectory& directory, FileSystem& files, HeaderEvaluator* evaluator);

/// The revision files of all version locations, in the scan's order, with nothing read of them.
std::vector<RevisionFile> ListRevisionFiles(const ScriptDirectory& directory, FileSystem& files);

/// What the graph wants to know of a file.
graph::Revision ToGraph(RevisionFile file);

/// The header of one file, as the scan reads it.
RevisionFile ReadRevisionFile(const std::string& path, FileSystem& files, HeaderEvaluator* evaluator);

}  // namespace limbeck::project
