#include "python/type.h"

#include <algorithm>
#include <atomic>

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
void Take(Function& slot, Function offered) {
  if (slot == nullptr) slot = offered;
}

/// Slots that are still empty are taken from the next ancestor.
void TakeMissing(Slots& slots, const Slots& offered) {
  Take(slots.make, offered.make);
  Take(slots.initialize, offered.initialize);
  Take(slots.call, offered.call);
  Take(slots.get_attribute, offered.get_attribute);
  Take(slots.set_attribute, offered.set_attribute);
  Take(slots.repr, offered.repr);
  Take(slots.str, offered.str);
  Take(slots.format, offered.format);
  Take(slots.hash, offered.hash);
  Take(slots.compare, offered.compare);
  Take(slots.truth, offered.truth);
  Take(slots.iterate, offered.iterate);
  Take(slots.next, offered.next);
  Take(slots.length, offered.length);
  Take(slots.contains, offered.contains);
  Take(slots.get_item, offered.get_item);
  Take(slots.set_item, offered.set_item);
  Take(slots.binary, offered.binary);
  Take(slots.in_place, offered.in_place);
  Take(slots.unary, offered.unary);
  Take(slots.descriptor_get, offered.descriptor_get);
  Take(slots.descriptor_set, offered.descriptor_set);
}

uint64_t NextVersion() {
  static std::atomic<uint64_t> last = 0;
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

}  // namespace

bool TypeObject::Is(const Object& object) {
  return object.type()->layout() == Layout::kType;
}

std::string TypeObject::FullName() const {
  return module_ == "builtins" ? qualname_ : module_ + "." + qualname_;
}

TypeObject::TypeObject(const TypeObject* metatype, std::string name, Layout layout)
    : Object(metatype), name_(std::move(name)), qualname_(name_), layout_(layout), version_(NextVersion()) {}

TypeObject::~TypeObject() {
  for (const auto& base : bases_) {
    if (base->is_script_class_) std::erase(base->subclasses_, this);
  }
}

/// A class takes the layout of its most special base: C++ objects have one.
void TypeObject::SetBases(std::vector<Ref<TypeObject>> bases) {
  mro_ = Linearize(this, bases);
  bases_ = std::move(bases);
  for (size_t i = 1; i < mro_.size() && layout_ == Layout::kInstance; ++i) layout_ = mro_[i]->layout();
  if (is_script_class_) {
    for (const auto& base : bases_) {
      if (base->is_script_class()) base->subclasses_.push_back(this);
    }
  }
  InheritSlots();
}

void TypeObject::InheritSlots() {
  slots_ = own_slots_;
  for (size_t i = 1; i < mro_.size(); ++i) TakeMissing(slots_, mro_[i]->own_slots());
}

const std::vector<Symbol>& TypeObject::slot_names() const {
  static const std::vector<Symbol> none;
  return slot_names_ == nullptr ? none : *slot_names_;
}

void TypeObject::Touch() {
  version_ = NextVersion();
  for (TypeObject* subclass : subclasses_) subclass->Touch();
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

}  // namespace limbeck::python
