#include "cli/verify_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/xml.h"
#include "cli/github.h"

namespace limbeck::cli {
namespace {

using assure::Check;

double Seconds(const Check& check) {
  return std::chrono::duration<double>(check.time).count();
}

std::string Title(const Check& check) {
  return check.revision.empty() ? check.name : check.name + " " + check.revision;
}

const char* OutcomeName(Check::Outcome outcome) {
  constexpr const char* kNames[] = {"passed", "failed", "skipped"};
  return kNames[static_cast<int>(outcome)];
}

/// The message and what follows it, one a line.
std::string WholeMessage(const Check& check) {
  return check.details.empty() ? check.message : check.message + "\n" + Join(check.details, "\n");
}

/// XML has no other control characters.
std::string XmlText(std::string_view text) {
  std::string written;
  for (const char c : EscapeXml(text)) {
    if (c == '\n') {
      written += "&#10;";
    } else {
      written += static_cast<unsigned char>(c) < ' ' && c != '\t' ? '?' : c;
    }
  }
  return written;
}

std::string Summary(const std::vector<Check>& checks) {
  std::string text = fmt::format("{} checks: {} passed", checks.size(), CountChecks(checks, Check::Outcome::kPassed));
  for (const Check::Outcome outcome : {Check::Outcome::kFailed, Check::Outcome::kSkipped}) {
    const size_t count = CountChecks(checks, outcome);
    if (count != 0) text += fmt::format(", {} {}", count, OutcomeName(outcome));
  }
  return text + "\n";
}

}  // namespace

size_t CountChecks(const std::vector<Check>& checks, Check::Outcome outcome) {
  return static_cast<size_t>(
      std::count_if(checks.begin(), checks.end(), [outcome](const Check& check) { return check.outcome == outcome; }));
}

std::string VerifyText(const std::vector<Check>& checks, bool all) {
  std::string text;
  for (const Check& check : checks) {
    if (check.outcome == Check::Outcome::kPassed && !all) continue;
    text += fmt::format("{:<7} {}", OutcomeName(check.outcome), Title(check));
    text += check.message.empty() ? "\n" : ": " + check.message + "\n";
    for (const std::string& detail : check.details)
      text += "          " + ReplaceAll(detail, "\n", "\n          ") + "\n";
    if (check.outcome != Check::Outcome::kFailed || check.file.empty()) continue;
    text += "          at " + check.file + (check.line > 0 ? ":" + std::to_string(check.line) : "") + "\n";
  }
  return text + Summary(checks);
}

void ReportChecks(const std::vector<Check>& checks, JsonReport& report) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Check& check : checks) {
    list.push_back({{"name", check.name},
                    {"revision", check.revision},
                    {"outcome", OutcomeName(check.outcome)},
                    {"message", check.message},
                    {"details", check.details},
                    {"file", check.file},
                    {"line", check.line},
                    {"seconds", Seconds(check)}});
  }
  report.SetJson("checks", list.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  for (const Check::Outcome outcome : {Check::Outcome::kPassed, Check::Outcome::kFailed, Check::Outcome::kSkipped}) {
    report.SetJson(OutcomeName(outcome), std::to_string(CountChecks(checks, outcome)));
  }
}

std::string VerifyJunit(const std::vector<Check>& checks) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  double seconds = 0;
  for (const Check& check : checks) seconds += Seconds(check);
  const std::string counts =
      fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"{:.3f}\"", checks.size(),
                  CountChecks(checks, Check::Outcome::kFailed), CountChecks(checks, Check::Outcome::kSkipped), seconds);
  text += fmt::format("<testsuites {0}>\n  <testsuite name=\"limbeck verify\" {0}>\n", counts);
  for (const Check& check : checks) {
    text += fmt::format("    <testcase classname=\"limbeck.verify\" name=\"{}\" file=\"{}\" time=\"{:.3f}\"",
                        XmlText(Title(check)), XmlText(check.file), Seconds(check));
    if (check.outcome == Check::Outcome::kPassed) {
      text += "/>\n";
      continue;
    }
    const char* element = check.outcome == Check::Outcome::kFailed ? "failure" : "skipped";
    text += fmt::format(">\n      <{0} message=\"{1}\">{2}</{0}>\n    </testcase>\n", element, XmlText(check.message),
                        XmlText(WholeMessage(check)));
  }
  return text + "  </testsuite>\n</testsuites>\n";
}

std::string VerifyAnnotations(const std::vector<Check>& checks) {
  std::string text;
  for (const Check& check : checks) {
    if (check.outcome != Check::Outcome::kFailed) continue;
    text += ToWorkflowCommand({.file = check.file,
                               .line = check.line,
                               .title = "limbeck verify: " + Title(check),
                               .message = WholeMessage(check)});
  }
  return text;
}

}  // namespace limbeck::cli
