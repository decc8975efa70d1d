#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "driver/parameter.h"

namespace limbeck::driver::postgresql {

/// PostgreSQL's oids of the types that parameters are given.
enum : uint32_t {
  kUnknownOid = 0,
  kBoolOid = 16,
  kByteaOid = 17,
  kInt8Oid = 20,
  kInt4Oid = 23,
  kFloat8Oid = 701,
  kNumericOid = 1700,
};

/// The type that psycopg2's literal of the value would have; 0 leaves it to the server, as for a quoted text.
uint32_t TypeOf(const Parameter& parameter);

/// Throws what psycopg2 does for a text with a NUL in it.
void CheckTexts(const Parameters& parameters);

/// Parameters as libpq takes them: numbers written as text, texts and blobs where they lie. The parameters must outlive
/// it.
class BoundParameters {
 public:
  /// Throws as CheckTexts does.
  explicit BoundParameters(const Parameters& parameters);
  BoundParameters(const BoundParameters&) = delete;
  BoundParameters& operator=(const BoundParameters&) = delete;

  int count() const { return static_cast<int>(values_.size()); }
  const uint32_t* types() const { return types_.data(); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  /// 1 for bytes, 0 for text.
  const int* formats() const { return formats_.data(); }
  /// Bytes that go over the wire, roughly.
  size_t size() const { return size_; }

 private:
  friend struct ParameterBinder;
  using NumberText = std::array<char, 32>;

  std::vector<uint32_t> types_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::vector<NumberText> numbers_;
  size_t size_ = 0;
};

}  // namespace limbeck::driver::postgresql
