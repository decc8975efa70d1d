#include "engine/project.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "engine/header_evaluator.h"
#include "limbeck/revision.h"

namespace limbeck::engine {
namespace {

graph::Revision ToRevision(const project::RevisionFile& file) {
  return {.id = file.header.revision.value_or(""),
          .down_revisions = file.header.down_revisions.value_or(std::vector<std::string>{}),
          .dependencies = file.header.depends_on,
          .branch_labels = file.header.branch_labels,
          .docstring = file.header.docstring,
          .path = file.path};
}

/// The parts of "a, b".
std::vector<std::string> ReadNames(const std::string& text) {
  std::vector<std::string> names;
  for (const std::string& part : Split(text, ',')) {
    if (const std::string_view name = Trim(part); !name.empty()) names.emplace_back(name);
  }
  return names;
}

project::RevisionFile FileWithout(const Revision& revision) {
  project::RevisionFile file{.kind = project::RevisionKind::kCpp, .path = "C++ revision " + revision.id, .header = {}};
  file.header.revision = revision.id;
  file.header.down_revisions = ReadNames(revision.down_revisions);
  file.header.branch_labels = ReadNames(revision.branch_labels);
  file.header.depends_on = ReadNames(revision.depends_on);
  file.header.docstring = revision.message;
  return file;
}

void PrintAll(const Services& services, const std::vector<std::string>& warnings) {
  for (const std::string& warning : warnings) PrintWarning(services, "UserWarning", warning);
}

/// Prints what was collected when it goes out of scope: also when the graph turns out to be broken.
class CollectedWarnings {
 public:
  explicit CollectedWarnings(const Services& services) : services_(services) {}
  ~CollectedWarnings() { PrintAll(services_, warnings); }
  CollectedWarnings(const CollectedWarnings&) = delete;
  CollectedWarnings& operator=(const CollectedWarnings&) = delete;

  graph::Warnings warnings;

 private:
  const Services& services_;
};

}  // namespace

std::optional<uint64_t> Project::NumberOption(const char* name, const char* counted) const {
  // `init` runs before there is a configuration, and other commands say themselves that there is none.
  if (!config_.parser().HasSection(config_.config_ini_section())) return std::nullopt;
  const std::optional<std::string> text = config_.GetMainOption(name);
  if (!text) return std::nullopt;
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc() && end == text->data() + text->size()) return number;
  throw Error(ErrorKind::kConfig, "'" + *text + "' is not a number of " + counted).At(config_.PlaceOf(name));
}

Project::Project(Services services, project::Config config)
    : services_(std::move(services)), config_(std::move(config)) {
  services_.script_step_limit = NumberOption("script_step_limit", "statements").value_or(services_.script_step_limit);
}

const project::ScriptDirectory& Project::directory() {
  if (directory_) return *directory_;
  // Notes about deprecated settings are not asked for: Python, too, keeps a DeprecationWarning of a library to itself.
  directory_ = project::OpenScriptDirectory(config_, *services_.files, *services_.environment);
  return *directory_;
}

const graph::RevisionMap& Project::revisions(const graph::Wording& wording) {
  if (revisions_) return *revisions_;
  InterpretedHeaders evaluator(services_, directory().search_path);
  project::RevisionScan scan = project::ScanRevisions(directory(), *services_.files, &evaluator);
  PrintAll(services_, scan.warnings);
  AddCompiled(scan.files);
  std::vector<graph::Revision> revisions;
  for (project::RevisionFile& file : scan.files) {
    revisions.push_back(ToRevision(file));
    files_.insert_or_assign(file.path, std::move(file));
  }
  CollectedWarnings collected(services_);
  return revisions_.emplace(std::move(revisions), &collected.warnings, wording);
}

const Revision* Project::FindCompiled(const std::string& id) const {
  if (services_.compiled == nullptr) return nullptr;
  const auto has_id = [&](const Revision& revision) { return revision.id == id; };
  const auto found = std::find_if(services_.compiled->begin(), services_.compiled->end(), has_id);
  return found == services_.compiled->end() ? nullptr : &*found;
}

/// Those whose sources are not there.
void Project::AddCompiled(std::vector<project::RevisionFile>& files) const {
  if (services_.compiled == nullptr) return;
  std::set<std::string> sources;
  for (const project::RevisionFile& file : files) {
    if (file.kind == project::RevisionKind::kCpp) sources.insert(file.header.revision.value_or(""));
  }
  for (const Revision& revision : *services_.compiled) {
    if (sources.count(revision.id) == 0) files.push_back(FileWithout(revision));
  }
}

const graph::Node& Project::AddRevision(const std::string& path) {
  revisions();
  InterpretedHeaders evaluator(services_, directory().search_path);
  project::RevisionFile file = project::ReadRevisionFile(path, *services_.files, &evaluator);
  graph::Revision revision = ToRevision(file);
  files_.insert_or_assign(file.path, std::move(file));
  return revisions_->Add(std::move(revision));
}

}  // namespace limbeck::engine
