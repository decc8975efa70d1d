#pragma once

#include <string>
#include <vector>

#include "engine/project.h"

namespace limbeck::engine {

/// What is wrong with a file of a project, or may be.
struct Finding {
  enum class Kind {
    kWillNotRun,        ///< Limbeck refuses it, or Python would
    kNeedsTheDatabase,  ///< it failed on databases that are not there: the real one may have what it needs
    kFailsWithAlembic,  ///< no SQL can be made of what the revision says, by SQLAlchemy neither: it fails as it would
    kRunsNowhere,       ///< Python itself does not run it: written for Python 2, names that are not there
  };
  Kind kind = Kind::kWillNotRun;
  /// "upgrade" or "downgrade"; empty: the file as a whole.
  std::string function;
  Error error;
};

struct ExaminedFile {
  enum class Kind {
    kRevision,
    kEnvironment,
    kTemplate,
    kGraph,  ///< the script folder, when its files are fine one by one and make no graph
  };
  Kind kind = Kind::kRevision;
  std::string path;
  std::vector<Finding> findings;

  bool WillRun() const;
};

struct ExaminationOptions {
  /// Also runs env.py, and each upgrade() and downgrade() on a database that is not there: an SQLite database in memory
  /// for SQLite projects, else one that takes every statement, has no rows, and remembers what became of the schema.
  bool run = false;
};

/// Parses every revision file, env.py and script.py.mako, and runs the bodies of the revisions' modules. What one file
/// does wrong is a finding and never thrown. Nothing is written and no database is opened.
std::vector<ExaminedFile> Examine(Project& project, const ExaminationOptions& options);

}  // namespace limbeck::engine
