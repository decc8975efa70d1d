#include "pymodules/enum_members.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "pymodules/columns.h"
#include "pymodules/type_classes.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;

/// All members in order; another name for one stands for it again.
std::vector<Value> MembersOf(Interpreter& interpreter, const Value& enum_class) {
  const Value by_name = interpreter.GetAttribute(enum_class, Symbol::Intern("__members__"));
  return interpreter.ToVector(interpreter.CallMethod(by_name, "values", {}));
}

/// The values for a message: at most four, none of them long.
std::string Shortened(const std::vector<std::string>& values) {
  constexpr size_t kMany = 4;
  constexpr size_t kLong = 11;
  std::vector<std::string> shown;
  for (size_t i = 0; i < values.size(); ++i) {
    const bool is_left_out = values.size() > kMany && i >= kMany - 1 && i + 1 < values.size();
    if (is_left_out) continue;
    if (values.size() > kMany && i + 1 == values.size()) shown.push_back("...");
    shown.push_back(values[i].size() > kLong ? values[i].substr(0, kLong) + ".." : values[i]);
  }
  return Join(shown, ", ");
}

}  // namespace

EnumMembers::EnumMembers(Interpreter& interpreter, const Value& enum_class, sql::EnumDetails details)
    : details_(std::move(details)) {
  const std::vector<Value> members = MembersOf(interpreter, enum_class);
  for (size_t i = 0; i < std::min(members.size(), details_.values.size()); ++i) {
    members_[details_.values[i]] = members[i];
  }
}

Value EnumMembers::Find(Interpreter& interpreter, const Value& stored) const {
  if (stored.is_none()) return stored;
  const auto found = members_.find(interpreter.Str(stored));
  if (found != members_.end()) return found->second;
  python::Raise(
      python::Exceptions().lookup_error,
      fmt::format("{} is not among the defined enum values. Enum name: {}. Possible values: {}",
                  interpreter.Repr(stored), details_.name ? details_.name->text : "None", Shortened(details_.values)));
}

std::shared_ptr<const EnumMembers> FindEnumMembers(Interpreter& interpreter, const sql::Expression& column) {
  const ColumnState* state = FindColumnOf(column);
  const auto* type = state == nullptr ? nullptr : python::StateOf<TypeState>(state->type);
  if (type == nullptr || type->enum_class.is_empty() || !type->type.enumeration) return nullptr;
  return std::make_shared<EnumMembers>(interpreter, type->enum_class, *type->type.enumeration);
}

std::optional<std::string> StoredMember(Interpreter& interpreter, const Value& member, const sql::Type& type) {
  if (!type.enumeration || type.enumeration->python_class.empty() || !member.is_object()) return std::nullopt;
  if (python::TypeOf(member)->name() != type.enumeration->python_class) return std::nullopt;
  const std::vector<Value> members =
      MembersOf(interpreter, interpreter.GetAttribute(member, Symbol::Intern("__class__")));
  const auto found = std::find_if(members.begin(), members.end(), [&](const Value& one) { return one.Is(member); });
  const auto position = static_cast<size_t>(found - members.begin());
  if (position >= type.enumeration->values.size()) return std::nullopt;
  return type.enumeration->values[position];
}

}  // namespace limbeck::pymodules
