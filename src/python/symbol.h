#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace limbeck::python {

/// The hash of a text, as symbols keep it. String values that want to be found by a symbol's hash use this too.
uint64_t HashText(std::string_view text);

/// An interned name: two symbols of one text are one pointer, so names are compared and hashed without reading them.
/// Symbols are made for identifiers, attribute names and keyword names; they live until the process ends, whoever made
/// them. Everything here may be called from any thread.
class Symbol {
 public:
  /// No name; distinct from the symbol of "".
  constexpr Symbol() = default;

  static Symbol Intern(std::string_view text);
  /// As Intern, for a caller that has HashText(text) already.
  static Symbol Intern(std::string_view text, uint64_t hash);
  /// The symbol when somebody has interned the text, else none: a look-up that leaves nothing behind.
  static Symbol Find(std::string_view text);

  const std::string& text() const { return data_->text; }
  uint64_t hash() const { return data_->hash; }

  explicit operator bool() const { return data_ != nullptr; }
  bool operator==(const Symbol&) const = default;

 private:
  struct Data {
    std::string text;
    uint64_t hash;
  };
  friend class SymbolTable;
  explicit constexpr Symbol(const Data* data) : data_(data) {}

  const Data* data_ = nullptr;
};

}  // namespace limbeck::python

template <>
struct std::hash<limbeck::python::Symbol> {
  size_t operator()(limbeck::python::Symbol symbol) const noexcept {
    return symbol ? static_cast<size_t>(symbol.hash()) : 0;
  }
};
