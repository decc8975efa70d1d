#include "cli/json_report.h"

#include <nlohmann/json.hpp>

namespace limbeck::cli {
namespace {

using nlohmann::ordered_json;

constexpr int kSchema = 1;
constexpr int kIndent = 2;

const char* KindName(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
      return "usage";
    case ErrorKind::kConfig:
      return "config";
    case ErrorKind::kCommand:
      return "command";
    case ErrorKind::kScript:
      return "script";
    case ErrorKind::kUnsupported:
      return "unsupported";
    case ErrorKind::kDatabase:
      return "database";
    case ErrorKind::kInDoubt:
      return "in_doubt";
    case ErrorKind::kInternal:
      break;
  }
  return "internal";
}

std::vector<std::string> IdsOf(const std::vector<const graph::Node*>& nodes) {
  std::vector<std::string> ids;
  for (const graph::Node* node : nodes) ids.push_back(node->id());
  return ids;
}

ordered_json ToJson(const graph::Node& node) {
  ordered_json made;
  made["revision"] = node.id();
  made["down_revisions"] = node.revision.down_revisions;
  made["depends_on"] = node.revision.dependencies;
  made["branch_labels"] = node.labels;
  made["children"] = IdsOf(node.children);
  made["is_base"] = node.is_base();
  made["is_head"] = node.is_head();
  made["is_effective_head"] = node.is_effective_head();
  made["is_branch_point"] = node.is_branch_point();
  made["is_merge_point"] = node.is_merge_point();
  made["message"] = node.revision.Doc();
  made["doc"] = node.revision.LongDoc();
  made["path"] = node.revision.path;
  return made;
}

ordered_json ToJson(const graph::Step& step) {
  const graph::StepInfo info = graph::InfoOf(step);
  const auto* revision = std::get_if<graph::RevisionStep>(&step);
  ordered_json made;
  made["kind"] = revision == nullptr ? "stamp" : info.is_upgrade ? "upgrade" : "downgrade";
  made["from"] = info.source_revision_ids();
  made["to"] = info.destination_revision_ids();
  if (revision == nullptr) return made;
  made["revision"] = revision->node->id();
  made["message"] = revision->node->revision.Doc();
  made["path"] = revision->node->revision.path;
  return made;
}

ordered_json ToJson(const Error& error) {
  ordered_json made;
  made["kind"] = KindName(error.kind());
  made["message"] = error.message();
  const auto set = [&made](const char* name, const std::string& text) {
    if (!text.empty()) made[name] = text;
  };
  set("exception", error.exception_class());
  set("hint", error.hint());
  set("sqlstate", error.sqlstate());
  set("statement", error.statement());
  const Place& place = error.place();
  if (!place.file.empty()) made["place"] = {{"file", place.file}, {"line", place.line}, {"column", place.column}};
  return made;
}

}  // namespace

struct JsonReport::Document {
  ordered_json json;
};

JsonReport::JsonReport(const std::string& command) : document_(std::make_unique<Document>()) {
  document_->json["schema"] = kSchema;
  document_->json["command"] = command;
}

JsonReport::~JsonReport() = default;

void JsonReport::Begin(const std::string& list) {
  if (!document_->json.contains(list)) document_->json[list] = ordered_json::array();
}

void JsonReport::AddRevision(const graph::Node& node, std::optional<bool> is_current) {
  ordered_json made = ToJson(node);
  if (is_current) made["is_current"] = *is_current;
  document_->json["revisions"].push_back(std::move(made));
}

void JsonReport::AddDatabase(const Database& database) {
  ordered_json made;
  made["url"] = database.url;
  made["before"] = database.before;
  made["steps"] = ordered_json::array();
  for (const graph::Step& step : database.steps) made["steps"].push_back(ToJson(step));
  made["after"] = database.after;
  document_->json["databases"].push_back(std::move(made));
}

void JsonReport::Set(const std::string& name, const std::string& text) {
  document_->json[name] = text;
}

void JsonReport::Set(const std::string& name, bool value) {
  document_->json[name] = value;
}

void JsonReport::SetJson(const std::string& name, const std::string& json) {
  document_->json[name] = ordered_json::parse(json);
}

void JsonReport::Append(const std::string& list, const std::vector<std::pair<std::string, std::string>>& members) {
  ordered_json made;
  for (const auto& [name, text] : members) made[name] = text;
  document_->json[list].push_back(std::move(made));
}

void JsonReport::Fail(const Error& error) {
  document_->json["error"] = ToJson(error);
}

bool JsonReport::is_used() const {
  constexpr size_t kHeading = 2;
  return document_->json.size() > kHeading;
}

std::string JsonReport::Text() const {
  return document_->json.dump(kIndent, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace limbeck::cli
