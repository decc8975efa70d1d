#include "python/type.h"

#include <algorithm>

#include "python/objects.h"
#include "python/script_error.h"

namespace limbeck::python {
namespace {

using Order = std::vector<TypeObject*>;

bool IsInTail(const TypeObject* type, const Order& order) {
  return order.size() > 1 && std::find(order.begin() + 1, order.end(), type) != order.end();
}

/// The first head of the lists that stands in no list's tail: C3's next type. Null when there is none.
TypeObject* NextOfMerge(const std::vector<Order>& lists) {
  for (const Order& list : lists) {
    if (list.empty()) continue;
    TypeObject* head = list.front();
    const auto blocks = [head](const Order& other) { return IsInTail(head, other); };
    if (std::none_of(lists.begin(), lists.end(), blocks)) return head;
  }
  return nullptr;
}

[[noreturn]] void RaiseInconsistent(const std::vector<Ref<TypeObject>>& bases) {
  std::string names;
  for (const auto& base : bases) names += (names.empty() ? "" : ", ") + base->name();
  RaiseTypeError("Cannot create a consistent method resolution\norder (MRO) for bases " + names);
}

Order Linearize(TypeObject* type, const std::vector<Ref<TypeObject>>& bases) {
  std::vector<Order> lists;
  Order direct;
  for (const auto& base : bases) {
    lists.push_back(base->mro());
    direct.push_back(base.get());
  }
  lists.push_back(direct);
  Order order = {type};
  const auto has_more = [](const Order& list) { return !list.empty(); };
  while (std::any_of(lists.begin(), lists.end(), has_more)) {
    TypeObject* next = NextOfMerge(lists);
    if (next == nullptr) RaiseInconsistent(bases);
    order.push_back(next);
    for (Order& list : lists) {
      if (!list.empty() && list.front() == next) list.erase(list.begin());
    }
  }
  return order;
}

template <typename Function>
void Inherit(Function& own, Function base) {
  if (own == nullptr) own = base;
}

/// A slot that the type does not have itself comes from the nearest ancestor that has it.
void InheritSlots(Slots& own, const Slots& base) {
  Inherit(own.call, base.call);
  Inherit(own.get_attribute, base.get_attribute);
  Inherit(own.set_attribute, base.set_attribute);
  Inherit(own.repr, base.repr);
  Inherit(own.str, base.str);
  Inherit(own.format, base.format);
  Inherit(own.hash, base.hash);
  Inherit(own.compare, base.compare);
  Inherit(own.truth, base.truth);
  Inherit(own.iterate, base.iterate);
  Inherit(own.next, base.next);
  Inherit(own.length, base.length);
  Inherit(own.contains, base.contains);
  Inherit(own.get_item, base.get_item);
  Inherit(own.set_item, base.set_item);
  Inherit(own.binary, base.binary);
  Inherit(own.in_place, base.in_place);
  Inherit(own.unary, base.unary);
  Inherit(own.descriptor_get, base.descriptor_get);
  Inherit(own.descriptor_set, base.descriptor_set);
}

}  // namespace

bool TypeObject::Is(const Object& object) {
  return object.type()->layout() == Layout::kType;
}

std::string TypeObject::FullName() const {
  return module_ == "builtins" ? qualname_ : module_ + "." + qualname_;
}

void TypeObject::SetBases(std::vector<Ref<TypeObject>> bases) {
  mro_ = Linearize(this, bases);
  bases_ = std::move(bases);
  for (size_t i = 1; i < mro_.size(); ++i) {
    if (layout_ == Layout::kInstance) layout_ = mro_[i]->layout();
    InheritSlots(slots_, mro_[i]->slots());
  }
}

bool TypeObject::IsSubtypeOf(const TypeObject* other) const {
  return std::find(mro_.begin(), mro_.end(), other) != mro_.end();
}

const Value* TypeObject::Find(Symbol name) const {
  const TypeObject* owner = nullptr;
  return Find(name, &owner);
}

const Value* TypeObject::Find(Symbol name, const TypeObject** owner) const {
  for (const TypeObject* type : mro_) {
    const Value* found = type->attributes_.Find(name);
    if (found == nullptr) continue;
    *owner = type;
    return found;
  }
  return nullptr;
}

const TypeObject* TypeOf(const Value& value) {
  switch (value.tag()) {
    case Value::Tag::kBool:
      return Types().boolean;
    case Value::Tag::kInt:
      return Types().integer;
    case Value::Tag::kFloat:
      return Types().floating;
    case Value::Tag::kObject:
      return value.object()->type();
    case Value::Tag::kEmpty:
    case Value::Tag::kNone:
      break;
  }
  return Types().none;
}

const std::string& TypeName(const Value& value) {
  return TypeOf(value)->name();
}

}  // namespace limbeck::python
