#include "driver/postgresql/parameters.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "limbeck/error.h"

namespace limbeck::driver::postgresql {
namespace {

struct TypeVisitor {
  uint32_t operator()(Null) const { return kUnknownOid; }
  uint32_t operator()(bool) const { return kBoolOid; }
  uint32_t operator()(int64_t value) const {
    const bool small = value >= std::numeric_limits<int32_t>::min() && value <= std::numeric_limits<int32_t>::max();
    return small ? kInt4Oid : kInt8Oid;
  }
  uint32_t operator()(double value) const { return std::isfinite(value) ? kNumericOid : kFloat8Oid; }
  uint32_t operator()(const std::string&) const { return kUnknownOid; }
  uint32_t operator()(const Blob&) const { return kByteaOid; }
  uint32_t operator()(const TypedText& typed) const { return typed.type; }
};

}  // namespace

uint32_t TypeOf(const Parameter& parameter) {
  return std::visit(TypeVisitor(), parameter);
}

/// Adds one value; the vectors have room for all.
struct ParameterBinder {
  BoundParameters& bound;

  void Add(const char* value, size_t length, int format) const {
    bound.values_.push_back(value);
    bound.lengths_.push_back(static_cast<int>(length));
    bound.formats_.push_back(format);
    bound.size_ += length + 4;
  }
  template <typename Number>
  void AddNumber(Number number) const {
    BoundParameters::NumberText& text = bound.numbers_.emplace_back();
    char* end = std::to_chars(text.data(), text.data() + text.size() - 1, number).ptr;
    *end = '\0';
    Add(text.data(), static_cast<size_t>(end - text.data()), 0);
  }

  void operator()(Null) const { Add(nullptr, 0, 0); }
  void operator()(bool value) const { Add(value ? "t" : "f", 1, 0); }
  void operator()(int64_t value) const { AddNumber(value); }
  void operator()(double value) const { AddNumber(value); }
  void operator()(const std::string& text) const { Add(text.c_str(), text.size(), 0); }
  void operator()(const TypedText& typed) const { (*this)(typed.text); }
  void operator()(const Blob& blob) const { Add(blob.bytes.data(), blob.bytes.size(), 1); }
};

void CheckTexts(const Parameters& parameters) {
  for (const Parameter& parameter : parameters) {
    const auto* typed = std::get_if<TypedText>(&parameter);
    const auto* text = typed != nullptr ? &typed->text : std::get_if<std::string>(&parameter);
    if (text == nullptr || text->find('\0') == std::string::npos) continue;
    throw Error(ErrorKind::kDatabase, "A string literal cannot contain NUL (0x00) characters.")
        .ExceptionClass("ValueError");
  }
}

BoundParameters::BoundParameters(const Parameters& parameters) {
  CheckTexts(parameters);
  types_.reserve(parameters.size());
  values_.reserve(parameters.size());
  lengths_.reserve(parameters.size());
  formats_.reserve(parameters.size());
  // Values point into it, so it must not move.
  numbers_.reserve(parameters.size());
  for (const Parameter& parameter : parameters) {
    types_.push_back(TypeOf(parameter));
    std::visit(ParameterBinder{*this}, parameter);
  }
}

}  // namespace limbeck::driver::postgresql
