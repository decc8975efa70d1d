#include "pymodules/text_values.h"

#include <utility>

#include "python/objects.h"

namespace limbeck::pymodules {

using python::Value;

Value TextOrNone(const std::optional<std::string>& text) {
  return text ? python::MakeStr(*text) : Value::None();
}

Value TextOrNone(const std::optional<sql::Name>& name) {
  return name ? python::MakeStr(name->text) : Value::None();
}

Value TextTuple(const std::vector<std::string>& texts) {
  std::vector<Value> items;
  items.reserve(texts.size());
  for (const std::string& text : texts) items.push_back(python::MakeStr(text));
  return python::MakeTuple(std::move(items));
}

}  // namespace limbeck::pymodules
