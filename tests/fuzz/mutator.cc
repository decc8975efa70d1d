#include "mutator.h"

namespace {

constexpr size_t kMostChanges = 6;
constexpr size_t kLongestPiece = 40;
constexpr size_t kLongestInput = 4000;

}  // namespace

std::string Mutator::Next() {
  std::string text = AnyInput();
  for (size_t changes = 1 + Choose(kMostChanges - 1); changes > 0; --changes) Change(text);
  return text.substr(0, kLongestInput);
}

std::string Mutator::AnyPiece(const std::string& text) {
  return text.substr(Choose(text.size()), 1 + Choose(kLongestPiece));
}

void Mutator::Change(std::string& text) {
  enum { kByte, kCut, kDouble, kSplice, kKinds };
  const size_t place = Choose(text.size());
  switch (Choose(kKinds - 1)) {
    case kByte:
      text.replace(place, Choose(1), 1, static_cast<char>(Choose(255)));
      break;
    case kCut:
      text.erase(place, 1 + Choose(kLongestPiece));
      break;
    case kDouble:
      text.insert(place, AnyPiece(text));
      break;
    default:
      text.insert(place, AnyPiece(AnyInput()));
  }
}
