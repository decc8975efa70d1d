#include <array>

#include "python/special_methods.h"

namespace limbeck::python {
namespace {

constexpr size_t kBinaryCount = 13;
constexpr const char* kBinaryWords[kBinaryCount] = {"add", "sub",    "mul",    "matmul", "truediv", "floordiv", "mod",
                                                    "pow", "lshift", "rshift", "and",    "or",      "xor"};
constexpr const char* kBinaryTexts[kBinaryCount] = {"+",           "-",  "*",  "@", "/", "//", "%",
                                                    "** or pow()", "<<", ">>", "&", "|", "^"};

using BinaryNames = std::array<Symbol, kBinaryCount>;

BinaryNames MakeBinaryNames(const std::string& prefix) {
  BinaryNames names;
  for (size_t i = 0; i < kBinaryCount; ++i) names[i] = Symbol::Intern("__" + prefix + kBinaryWords[i] + "__");
  return names;
}

}  // namespace

Symbol BinaryName(ast::BinaryOperator op, bool reflected) {
  static const BinaryNames names = MakeBinaryNames("");
  static const BinaryNames reflected_names = MakeBinaryNames("r");
  return (reflected ? reflected_names : names)[static_cast<size_t>(op)];
}

Symbol InPlaceName(ast::BinaryOperator op) {
  static const BinaryNames names = MakeBinaryNames("i");
  return names[static_cast<size_t>(op)];
}

Symbol UnaryName(ast::UnaryOperator op) {
  switch (op) {
    case ast::UnaryOperator::kNegate:
      return Names().negate;
    case ast::UnaryOperator::kPlus:
      return Names().plus;
    default:
      return Names().invert;
  }
}

Symbol CompareName(CompareOp op) {
  const Symbol names[] = {Names().equal,      Names().not_equal, Names().less,
                          Names().less_equal, Names().greater,   Names().greater_equal};
  return names[static_cast<size_t>(op)];
}

const char* SignOf(ast::BinaryOperator op) {
  return kBinaryTexts[static_cast<size_t>(op)];
}

const char* SignOf(CompareOp op) {
  constexpr const char* kTexts[] = {"==", "!=", "<", "<=", ">", ">="};
  return kTexts[static_cast<size_t>(op)];
}

CompareOp Swapped(CompareOp op) {
  switch (op) {
    case CompareOp::kLess:
      return CompareOp::kGreater;
    case CompareOp::kLessEqual:
      return CompareOp::kGreaterEqual;
    case CompareOp::kGreater:
      return CompareOp::kLess;
    case CompareOp::kGreaterEqual:
      return CompareOp::kLessEqual;
    default:
      return op;
  }
}

}  // namespace limbeck::python
