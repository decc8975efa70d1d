#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "graph/identifier.h"
#include "graph/revision_map.h"
#include "project/revision_files.h"
#include "project/script_directory.h"
#include "project/status.h"
#include "project/template_renderer.h"
#include "project/template_value.h"

namespace limbeck::project {

/// What `revision` and `merge` are asked for.
struct NewRevision {
  std::string id;
  /// Nothing: "empty message" in the file, and no words in its name.
  std::optional<std::string> message;
  /// What it stands on.
  graph::Identifier head = "head";
  /// It may stand on revisions that are no heads.
  bool splice = false;
  std::vector<std::string> branch_labels;
  /// One of the version locations; may be relative.
  std::optional<std::string> version_path;
  std::vector<std::string> depends_on;
  /// Nothing: that of the templates which the script directory has, Python first.
  std::optional<RevisionKind> kind;
};

/// What a new revision is written in.
RevisionKind KindOfNewRevision(const ScriptDirectory& directory, const NewRevision& request, FileSystem& files);

/// A revision that is about to be written.
struct RevisionDraft {
  NewRevision request;
  RevisionKind kind = RevisionKind::kPython;
  /// May be relative, as `version_path` was.
  std::string path;
  /// up_revision, down_revision, branch_labels, depends_on, create_date and message; the caller adds imports, upgrades
  /// and downgrades.
  TemplateVariables variables;
};

/// Settles where the revision goes and what it stands on, and makes its folder. Throws Error with Alembic's texts
/// (kCommand) for a bad id, unknown or ambiguous heads, a foreign version path.
RevisionDraft DraftRevision(const ScriptDirectory& directory, const graph::RevisionMap& map, const NewRevision& request,
                            FileSystem& files, Clock& clock, StatusSink& status);

/// Renders the script directory's template into the draft's file. A file that is there already is not overwritten.
void WriteRevision(const ScriptDirectory& directory, const RevisionDraft& draft, TemplateRenderer& renderer,
                   FileSystem& files, StatusSink& status);

/// The file as written (and changed by post-write hooks), ready for the graph. Throws when the template forgot the
/// branch labels.
RevisionFile ReadWrittenRevision(const RevisionDraft& draft, FileSystem& files, HeaderEvaluator* evaluator);

/// Makes the folder, and those above it, unless it is there.
void EnsureFolder(const std::string& path, FileSystem& files, StatusSink& status);

}  // namespace limbeck::project
