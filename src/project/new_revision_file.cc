#include "project/new_revision_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"
#include "graph/new_revision.h"
#include "limbeck/error.h"
#include "project/create_date.h"
#include "project/python_path.h"
#include "project/revision_name.h"
#include "project/template_files.h"
#include "project/text_encoding.h"

namespace limbeck::project {
namespace {

constexpr std::array<RevisionKind, 3> kKinds = {RevisionKind::kPython, RevisionKind::kSql, RevisionKind::kCpp};

using Parents = std::vector<const graph::Node*>;

/// Where a revision goes that nobody gave a place: with several locations, beside its first parent.
std::string DefaultLocation(const ScriptDirectory& directory, const Parents& parents) {
  if (directory.version_locations.size() == 1) return directory.version_locations.front();
  const auto parent = std::find_if(parents.begin(), parents.end(), [](const auto* it) { return it != nullptr; });
  if (parent != parents.end()) return FolderOf((*parent)->revision.path);
  throw Error(ErrorKind::kCommand, "Multiple version locations present, please specify --version-path");
}

std::string ChooseLocation(const ScriptDirectory& directory, const NewRevision& request, const Parents& parents,
                           FileSystem& files) {
  const std::string location =
      request.version_path ? PythonPath(*request.version_path) : DefaultLocation(directory, parents);
  const auto& known = directory.version_locations;
  if (std::find(known.begin(), known.end(), AbsolutePythonPath(files, location)) != known.end()) return location;
  throw Error(ErrorKind::kCommand, fmt::format("Path {} is not represented in current version locations", location))
      .Hint("the locations are " + Join(known, ", "));
}

TemplateVariables MakeVariables(const NewRevision& request, const Parents& parents,
                                const std::vector<std::string>& depends_on, const CreateDate& date) {
  std::vector<std::string> down;
  for (const graph::Node* parent : parents) {
    if (parent != nullptr) down.push_back(parent->id());
  }
  TemplateVariables variables;
  variables["up_revision"] = request.id;
  variables["down_revision"] = ScalarOr<TextTuple>(std::move(down));
  variables["depends_on"] = ScalarOr<TextList>(depends_on);
  variables["branch_labels"] = PythonNone{};
  if (!request.branch_labels.empty()) variables["branch_labels"] = TextTuple{request.branch_labels};
  variables["create_date"] = date;
  variables["message"] = request.message.value_or("empty message");
  return variables;
}

MakoTemplate ReadScriptTemplate(const ScriptDirectory& directory, const RevisionDraft& draft, FileSystem& files) {
  const std::string path = directory.PathOf(ScriptTemplateName(draft.kind));
  if (draft.request.kind && !files.Exists(path)) return BuiltInScriptTemplate(draft.kind);
  return ParseMako(std::make_shared<SourceFile>(path, files.ReadFile(path)));
}

}  // namespace

RevisionKind KindOfNewRevision(const ScriptDirectory& directory, const NewRevision& request, FileSystem& files) {
  if (request.kind) return *request.kind;
  const auto has_template = [&](RevisionKind kind) { return files.Exists(directory.PathOf(ScriptTemplateName(kind))); };
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), has_template);
  return found == kKinds.end() ? RevisionKind::kPython : *found;
}

RevisionDraft DraftRevision(const ScriptDirectory& directory, const graph::RevisionMap& map, const NewRevision& request,
                            FileSystem& files, Clock& clock, StatusSink& status) {
  graph::VerifyRevisionId(request.id);
  const Parents parents = graph::ParentsOfNewRevision(map, request.head);
  const CreateDate date = MakeCreateDate(clock, directory.timezone, directory.timezone_place);
  const std::string location = ChooseLocation(directory, request, parents, files);
  if (directory.has_own_locations) EnsureFolder(location, files, status);
  RevisionDraft draft{
      .request = request, .kind = KindOfNewRevision(directory, request, files), .path = "", .variables = {}};
  const std::string name = RevisionFileName(directory, request.id, request.message.value_or(""), date);
  draft.path = JoinPythonPath(location, name + RevisionExtension(draft.kind));
  EnsureFolder(FolderOf(draft.path), files, status);
  if (!request.splice) graph::RequireHeads(parents);
  draft.variables = MakeVariables(request, parents, graph::ResolveDependsOn(map, request.depends_on), date);
  return draft;
}

void WriteRevision(const ScriptDirectory& directory, const RevisionDraft& draft, TemplateRenderer& renderer,
                   FileSystem& files, StatusSink& status) {
  const std::string path = AbsolutePythonPath(files, draft.path);
  Status generating(status, "Generating " + path);
  if (files.Exists(path)) {
    throw Error(ErrorKind::kCommand, fmt::format("File {} already exists", path))
        .Hint("give the revision another message or id, or remove the file");
  }
  const std::string text = renderer.Render(ReadScriptTemplate(directory, draft, files), draft.variables);
  files.WriteFile(path, EncodeText(text, directory.output_encoding, directory.output_encoding_place));
  generating.Done();
}

RevisionFile ReadWrittenRevision(const RevisionDraft& draft, FileSystem& files, HeaderEvaluator* evaluator) {
  RevisionFile file = ReadRevisionFile(draft.path, files, evaluator);
  if (!draft.request.branch_labels.empty() && file.header.branch_labels.empty()) {
    throw Error(ErrorKind::kCommand,
                fmt::format("Version {} specified branch_labels {}, however the migration file {} does not have them; "
                            "have you upgraded your script.py.mako to include the 'branch_labels' section?",
                            file.header.revision.value_or(""), Join(draft.request.branch_labels, ", "), file.path));
  }
  return file;
}

void EnsureFolder(const std::string& path, FileSystem& files, StatusSink& status) {
  const std::string absolute = AbsolutePythonPath(files, path);
  if (files.Exists(absolute)) return;
  Status creating(status, "Creating directory " + absolute);
  files.MakeDirectories(absolute);
  creating.Done();
}

}  // namespace limbeck::project
