#include "graph/identifier.h"

#include "base/text.h"

namespace limbeck::graph {
namespace {

std::string JoinedReprs(const std::vector<std::string>& items) {
  std::vector<std::string> reprs;
  reprs.reserve(items.size());
  for (const std::string& item : items) reprs.push_back(PythonRepr(item));
  return Join(reprs, ", ");
}

}  // namespace

std::string PythonTuple(const std::vector<std::string>& items) {
  return "(" + JoinedReprs(items) + (items.size() == 1 ? ",)" : ")");
}

std::string PythonList(const std::vector<std::string>& items) {
  return "[" + JoinedReprs(items) + "]";
}

std::string PythonText(const Identifier& identifier) {
  if (const auto* name = std::get_if<std::string>(&identifier)) return *name;
  if (const auto* names = std::get_if<std::vector<std::string>>(&identifier)) return PythonTuple(*names);
  return "None";
}

bool IsEmpty(const Identifier& identifier) {
  if (const auto* name = std::get_if<std::string>(&identifier)) return name->empty();
  if (const auto* names = std::get_if<std::vector<std::string>>(&identifier)) return names->empty();
  return true;
}

std::vector<std::string> NamesOf(const Identifier& identifier) {
  if (const auto* name = std::get_if<std::string>(&identifier)) return {*name};
  if (const auto* names = std::get_if<std::vector<std::string>>(&identifier)) return *names;
  return {};
}

}  // namespace limbeck::graph
