#include <algorithm>

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "engine/examination.h"

namespace limbeck::cli {
namespace {

using engine::ExaminedFile;
using engine::Finding;

constexpr int kSomeWillNotRun = 1;

/// What is said of a function, and in JSON.
struct FindingWords {
  const char* text;
  const char* json;
};

FindingWords WordsOf(Finding::Kind kind) {
  constexpr FindingWords kWords[] = {{"will not run", "will_not_run"},
                                     {"failed on an empty database", "needs_the_database"},
                                     {"fails, with Alembic too", "fails_with_alembic"},
                                     {"will not run, with Alembic neither", "runs_nowhere"}};
  return kWords[static_cast<int>(kind)];
}

const char* KindName(ExaminedFile::Kind kind) {
  constexpr const char* kNames[] = {"revision", "environment", "template", "graph"};
  return kNames[static_cast<int>(kind)];
}

/// Paths below the current folder are shown from there.
class PathView {
 public:
  explicit PathView(FileSystem& files) : folder_(files.RealPath(files.CurrentDirectory()) + "/") {}

  std::string Show(const std::string& path) const {
    return path.starts_with(folder_) ? path.substr(folder_.size()) : path;
  }

 private:
  const std::string folder_;
};

struct Counts {
  size_t files = 0;
  size_t failing = 0;
  size_t unsure = 0;
  size_t as_alembic = 0;  ///< their findings are all of that kind
};

Counts CountFiles(const std::vector<ExaminedFile>& files) {
  Counts counts;
  for (const ExaminedFile& file : files) {
    ++counts.files;
    if (!file.WillRun()) {
      ++counts.failing;
    } else if (!file.findings.empty()) {
      const auto is_alembics = [](const Finding& one) { return one.kind == Finding::Kind::kFailsWithAlembic; };
      const bool all_are = std::all_of(file.findings.begin(), file.findings.end(), is_alembics);
      ++(all_are ? counts.as_alembic : counts.unsure);
    }
  }
  return counts;
}

std::string MessageOf(const Error& error) {
  const std::string& name = error.exception_class();
  return (name.empty() ? "" : name + ": ") + error.Render();
}

void PrintFinding(CommandContext& context, const PathView& paths, const std::string& path, const Finding& finding) {
  const std::string what = finding.function.empty() ? "" : " " + finding.function + "()";
  context.Print(fmt::format("{}:{} {}", paths.Show(path), what, WordsOf(finding.kind).text));
  Error error = finding.error;
  Place place = error.place();
  place.file = paths.Show(place.file);
  context.Print("  " + MessageOf(error.At(std::move(place))));
}

void PrintReport(CommandContext& context, const std::vector<ExaminedFile>& files) {
  const PathView paths(*context.project.services().files);
  for (const ExaminedFile& file : files) {
    for (const Finding& finding : file.findings) PrintFinding(context, paths, file.path, finding);
  }
  const Counts counts = CountFiles(files);
  std::string text = fmt::format("{} file{}: ", counts.files, counts.files == 1 ? "" : "s");
  text += counts.failing == 0 ? "all will run" : fmt::format("{} will not run", counts.failing);
  if (counts.unsure != 0) text += fmt::format(", {} may need what the database holds", counts.unsure);
  if (counts.as_alembic != 0)
    text += fmt::format(", {} fail{} as with Alembic", counts.as_alembic, counts.as_alembic == 1 ? "s" : "");
  context.Print(text);
}

nlohmann::ordered_json ToJson(const Finding& finding) {
  const Error& error = finding.error;
  nlohmann::ordered_json made;
  made["kind"] = WordsOf(finding.kind).json;
  made["function"] = finding.function;
  made["exception"] = error.exception_class();
  made["message"] = error.message();
  made["hint"] = error.hint();
  made["file"] = error.place().file;
  made["line"] = error.place().line;
  made["column"] = error.place().column;
  return made;
}

void ReportJson(CommandContext& context, const std::vector<ExaminedFile>& files) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ExaminedFile& file : files) {
    nlohmann::ordered_json findings = nlohmann::ordered_json::array();
    for (const Finding& finding : file.findings) findings.push_back(ToJson(finding));
    list.push_back({{"path", file.path},
                    {"kind", KindName(file.kind)},
                    {"will_run", file.WillRun()},
                    {"findings", std::move(findings)}});
  }
  const Counts counts = CountFiles(files);
  context.report->SetJson("files", list.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  context.report->SetJson("will_run", std::to_string(counts.files - counts.failing));
  context.report->SetJson("will_not_run", std::to_string(counts.failing));
}

void Run(CommandContext& context) {
  const std::vector<ExaminedFile> files = engine::Examine(context.project, {.run = context.arguments.Has("run")});
  if (context.report != nullptr) {
    ReportJson(context, files);
  } else {
    PrintReport(context, files);
  }
  if (CountFiles(files).failing != 0) context.exit_code = kSomeWillNotRun;
}

}  // namespace

Command DoctorCommand() {
  return {.spec = {.name = "doctor",
                   .help = "Tell which revisions, env.py and template will not run, and why.",
                   .options = {{{"--run"},
                                OptionKind::kFlag,
                                "Also run env.py and every upgrade and downgrade, on a database that is not there"},
                               JsonOption()},
                   .group = group::kLook,
                   .examples = "  limbeck doctor                # parse and load everything\n"
                               "  limbeck doctor --run          # and try every step\n",
                   .is_ours = true},
          .run = Run};
}

}  // namespace limbeck::cli
