#include "schema/options.h"

namespace limbeck::schema {
namespace {

struct Truth {
  bool operator()(const sql::None&) const { return false; }
  bool operator()(bool value) const { return value; }
  bool operator()(int64_t value) const { return value != 0; }
  bool operator()(double value) const { return value != 0; }
  bool operator()(const std::string& value) const { return !value.empty(); }
  bool operator()(const sql::Expression&) const { return true; }
  bool operator()(const OptionList& value) const { return !value.empty(); }
  bool operator()(const OptionMap& value) const { return !value.empty(); }
};

}  // namespace

bool OptionValue::IsTrue() const {
  return std::visit(Truth{}, data);
}

// Not defaulted: clang 14 does not survive that for a type that holds vectors of itself.
bool OptionValue::operator==(const OptionValue& other) const {
  return data == other.data;
}

const OptionValue* Options::Find(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (key == name) return &value;
  }
  return nullptr;
}

bool Options::IsTrue(std::string_view name) const {
  const OptionValue* value = Find(name);
  return value && value->IsTrue();
}

std::string Options::Text(std::string_view name) const {
  const OptionValue* value = Find(name);
  const auto* text = value ? value->As<std::string>() : nullptr;
  return text ? *text : "";
}

void Options::Set(std::string name, OptionValue value) {
  for (auto& [key, old_value] : items_) {
    if (key != name) continue;
    old_value = std::move(value);
    return;
  }
  items_.emplace_back(std::move(name), std::move(value));
}

}  // namespace limbeck::schema
