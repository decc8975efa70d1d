#include "cli/difference_json.h"

#include <nlohmann/json.hpp>

namespace limbeck::cli {
namespace {

using Json = nlohmann::ordered_json;

Json ToJson(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json ToJson(const compare::Difference& difference) {
  Json facts = Json::object();
  for (const compare::Difference::Fact& fact : difference.facts) {
    facts[fact.name] = {{"before", ToJson(fact.before)}, {"after", ToJson(fact.after)}};
  }
  return {{"operation", difference.operation},
          {"schema", ToJson(difference.schema)},
          {"table", difference.table},
          {"name", difference.name.empty() ? Json(nullptr) : Json(difference.name)},
          {"facts", std::move(facts)}};
}

std::string Dump(const Json& list) {
  return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string ChangesJson(const std::vector<compare::Difference>& differences) {
  Json list = Json::array();
  for (const compare::Difference& difference : differences) list.push_back(ToJson(difference));
  return Dump(list);
}

std::string TextsJson(const std::vector<std::string>& texts) {
  return Dump(Json(texts));
}

}  // namespace limbeck::cli
