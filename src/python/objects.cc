#include "python/objects.h"

#include <algorithm>

namespace limbeck::python {

InstanceObject::~InstanceObject() = default;
ExceptionObject::~ExceptionObject() = default;

namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Every code point has one byte that continues none; so has a lone surrogate.
size_t CountCodePoints(std::string_view text) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), starts));
}

}  // namespace

StrObject::StrObject(std::string text, const TypeObject* type)
    : ObjectWithAttributes(type), text_(std::move(text)), length_(text_.size()), is_ascii_(IsAscii(text_)) {
  if (!is_ascii_) length_ = CountCodePoints(text_);
}

uint64_t StrObject::hash() const {
  if (hash_ == 0) hash_ = HashText(text_);
  return hash_;
}

Symbol StrObject::symbol() const {
  if (!symbol_) symbol_ = Symbol::Intern(text_, hash());
  return symbol_;
}

int64_t RangeObject::length() const {
  if (step > 0)
    return start < stop ? static_cast<int64_t>((static_cast<uint64_t>(stop) - static_cast<uint64_t>(start) - 1) /
                                               static_cast<uint64_t>(step)) +
                              1
                        : 0;
  return start > stop ? static_cast<int64_t>((static_cast<uint64_t>(start) - static_cast<uint64_t>(stop) - 1) /
                                             (0 - static_cast<uint64_t>(step))) +
                            1
                      : 0;
}

// ------------------------------------------------------------------------------------------ making values

Value MakeStr(std::string text) {
  return Value(new StrObject(std::move(text)));
}

Value MakeStr(std::string_view text) {
  return MakeStr(std::string(text));
}

Value MakeStr(const char* text) {
  return MakeStr(std::string(text));
}

Value MakeStr(Symbol symbol) {
  return MakeStr(symbol.text());
}

Value MakeBytes(std::string bytes) {
  return Value(new BytesObject(std::move(bytes)));
}

Value MakeTuple(std::vector<Value> items) {
  return Value(new TupleObject(std::move(items)));
}

Value MakeList(std::vector<Value> items) {
  return Value(new ListObject(std::move(items)));
}

Ref<DictObject> MakeDict() {
  return Make<DictObject>();
}

namespace {

Value MakeSingleton(const TypeObject* type) {
  struct Singleton : Object {
    using Object::Object;
  };
  auto* made = new Singleton(type);
  made->MakeImmortal();
  return Value(made);
}

}  // namespace

const Value& NotImplementedValue() {
  static const Value value = MakeSingleton(Types().not_implemented);
  return value;
}

const Value& EllipsisValue() {
  static const Value value = MakeSingleton(Types().ellipsis);
  return value;
}

}  // namespace limbeck::python
