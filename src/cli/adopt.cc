#include "assure/adopt.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/common_options.h"

namespace limbeck::cli {
namespace {

using assure::AdoptionMatch;
using assure::KnownSchema;

std::string Shown(const KnownSchema& known) {
  if (known.node == nullptr) return "an empty database";
  const std::string message = known.node->revision.Doc();
  return known.node->id() + (message.empty() ? "" : " (" + message + ")");
}

const char* KindName(AdoptionMatch::Kind kind) {
  constexpr const char* kNames[] = {"empty", "found", "ambiguous", "none"};
  return kNames[static_cast<int>(kind)];
}

std::string ToJson(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

nlohmann::ordered_json ToJson(const std::optional<std::string>& text) {
  return text ? nlohmann::ordered_json(*text) : nlohmann::ordered_json(nullptr);
}

void ReportMatch(JsonReport& report, const AdoptionMatch& match, const assure::Standing& standing, bool stamps) {
  report.Set("url", standing.url);
  report.SetJson("before", ToJson(nlohmann::ordered_json(standing.rows)));
  report.Set("result", std::string(KindName(match.kind)));
  report.SetJson("heads", ToJson(nlohmann::ordered_json(match.known->heads)));
  nlohmann::ordered_json equal = nlohmann::ordered_json::array();
  for (const KnownSchema* known : match.equal) equal.push_back(known->heads);
  report.SetJson("equal", ToJson(equal));
  nlohmann::ordered_json differences = nlohmann::ordered_json::array();
  for (const inspect::SchemaDifference& difference : match.differences) {
    differences.push_back({{"kind", difference.kind},
                           {"name", difference.name},
                           {"expected", ToJson(difference.expected)},
                           {"found", ToJson(difference.found)}});
  }
  report.SetJson("differences", ToJson(differences));
  report.Set("is_stamped", stamps);
}

void PrintMatch(CommandContext& context, const AdoptionMatch& match) {
  switch (match.kind) {
    case AdoptionMatch::Kind::kEmpty:
      return context.Print("the database is empty: `limbeck upgrade` is what it needs");
    case AdoptionMatch::Kind::kFound:
      return context.Print("the schema is that of " + Shown(*match.known));
    case AdoptionMatch::Kind::kAmbiguous: {
      context.Print("the schema is that of several revisions, which differ in rows only:");
      for (const KnownSchema* known : match.equal) context.Print("  " + Shown(*known));
      return context.Print("--earliest runs the later ones again, --latest takes them for done");
    }
    case AdoptionMatch::Kind::kNone:
      break;
  }
  context.Print(fmt::format("the schema is that of no revision; nearest is {}, with {} difference{}:",
                            Shown(*match.known), match.differences.size(), match.differences.size() == 1 ? "" : "s"));
  for (const inspect::SchemaDifference& difference : match.differences) context.Print("  " + difference.Text());
}

assure::AmongEqual AmongEqualOf(const ParsedArguments& arguments) {
  if (arguments.Has("latest")) return assure::AmongEqual::kLatest;
  return arguments.Has("earliest") ? assure::AmongEqual::kEarliest : assure::AmongEqual::kRefuse;
}

/// A database that has a version: whether it is the true one.
void CheckVersion(CommandContext& context, const AdoptionMatch& match, const assure::Standing& standing) {
  if (standing.rows.empty()) return;
  if (context.report == nullptr) context.Print("the version table says " + Join(standing.rows, ", "));
  const auto has = [&](const KnownSchema* known) { return known->heads == standing.rows; };
  if (std::none_of(match.equal.begin(), match.equal.end(), has)) context.exit_code = 1;
}

void Run(CommandContext& context) {
  const assure::Standing standing = assure::Look(context.project, context.Request());
  assure::Replay replay(context.project, context.entropy, context.Request(), ScratchOptionsOf(context));
  const std::vector<KnownSchema> known = assure::ReplaySchemas(replay);
  const AdoptionMatch match = assure::MatchSchema(known, standing.schema, AmongEqualOf(context.arguments));
  const bool is_found = match.kind == AdoptionMatch::Kind::kFound;
  const bool stamps = is_found && standing.rows.empty() && !context.arguments.Has("dry_run");
  const bool is_json = context.report != nullptr;
  if (!is_json) PrintMatch(context, match);
  if (!is_found && match.kind != AdoptionMatch::Kind::kEmpty) context.exit_code = 1;
  CheckVersion(context, match, standing);
  if (stamps) assure::StampAs(context.project, context.Request(), match.known->heads);
  if (is_json) return ReportMatch(*context.report, match, standing, stamps);
  if (stamps) context.Print("stamped " + Join(match.known->heads, ", "));
}

}  // namespace

Command AdoptCommand() {
  return {.spec = {.name = "adopt",
                   .help = "Find the revision that a database without a version is at, prove it, and stamp it.",
                   .options = {{{"--dry-run"}, OptionKind::kFlag, "Say what is found, stamp nothing"},
                               {{"--latest"},
                                OptionKind::kFlag,
                                "Of revisions with the same schema take the last: their data migrations are done"},
                               {{"--earliest"},
                                OptionKind::kFlag,
                                "Of revisions with the same schema take the first: their data migrations are to run"},
                               ScratchUrlOption(),
                               LockTimeoutOption(),
                               JsonOption()},
                   .group = group::kApply,
                   .examples = "  limbeck adopt                 # a database that create_all() or schema.sql has made\n"
                               "  limbeck adopt --dry-run\n",
                   .is_ours = true},
          .run = Run};
}

}  // namespace limbeck::cli
