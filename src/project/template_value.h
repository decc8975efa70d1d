#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "project/create_date.h"
#include "project/python_literal.h"

namespace limbeck::project {

struct TextTuple {
  std::vector<std::string> items;
  bool operator==(const TextTuple&) const = default;
};

struct TextList {
  std::vector<std::string> items;
  bool operator==(const TextList&) const = default;
};

/// What Limbeck gives to a template: the Python value of the same name.
using TemplateValue = std::variant<PythonNone, std::string, TextTuple, TextList, CreateDate>;

/// By name: message, up_revision, down_revision, branch_labels, depends_on, create_date, imports, upgrades ...
using TemplateVariables = std::map<std::string, TemplateValue>;

/// None for no items, the item itself for one, else the tuple (or list): how Alembic writes down_revision (depends_on).
template <typename Sequence>
TemplateValue ScalarOr(std::vector<std::string> items) {
  if (items.empty()) return PythonNone{};
  if (items.size() == 1) return std::move(items.front());
  return Sequence{std::move(items)};
}

}  // namespace limbeck::project
