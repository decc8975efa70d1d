#include "cli/rename_offers.h"

#include "base/text.h"

namespace limbeck::cli {
namespace {

bool IsYes(const std::string& answer) {
  const std::string word = ToLower(Trim(answer));
  return word == "y" || word == "yes";
}

}  // namespace

std::vector<std::string> OfferRenames(const std::vector<compare::RenameCandidate>& candidates, Terminal& terminal) {
  if (!terminal.in_is_terminal() || !terminal.err_is_terminal()) return {};
  std::vector<std::string> renames;
  for (const compare::RenameCandidate& candidate : candidates) {
    terminal.Err("Is " + candidate.gone + " renamed to " + candidate.come + "? [y/N] ");
    const std::optional<std::string> answer = terminal.ReadLine();
    if (!answer) break;
    if (IsYes(*answer)) renames.push_back(candidate.rename);
  }
  return renames;
}

}  // namespace limbeck::cli
