#include <cstdlib>
#include <memory>

#include "base/shared_library.h"
#include "base/text.h"
#include "base/utf8.h"
#include "python/script_error.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"
#include "python/unicode_names.h"

// unicodedata, of what libutf8proc knows. It is met as the three functions that are needed, which its interface has had
// since version 2.

namespace limbeck::python {
namespace {

constexpr const char* kLibrary = "libutf8proc.so.2";

enum Options : int { kStable = 2, kCompatible = 4, kCompose = 8, kDecompose = 16 };

/// The beginning of its row for a character.
struct Properties {
  int16_t category;
  int16_t combining_class;
  int16_t bidirectional_class;
};

Error NotInstalled() {
  return Error(ErrorKind::kUnsupported, "module 'unicodedata' is read from libutf8proc, which is not installed")
      .Hint("install libutf8proc (Debian: libutf8proc2)");
}

struct Functions {
  SharedLibrary library{kLibrary, NotInstalled};
  ptrdiff_t (*map)(const char* text, ptrdiff_t size, char** result,
                   int options) = library.Find<ptrdiff_t(const char*, ptrdiff_t, char**, int)>("utf8proc_map");
  const char* (*category)(int32_t character) = library.Find<const char*(int32_t)>("utf8proc_category_string");
  const Properties* (*properties)(int32_t) = library.Find<const Properties*(int32_t)>("utf8proc_get_property");
};

const Functions& Library() {
  static const Functions kFunctions;
  return kFunctions;
}

int OptionsOf(const std::string& form) {
  if (form == "NFC") return kStable | kCompose;
  if (form == "NFD") return kStable | kDecompose;
  if (form == "NFKC") return kStable | kCompose | kCompatible;
  if (form == "NFKD") return kStable | kDecompose | kCompatible;
  RaiseValueError("invalid normalization form");
}

const std::string& TextArgument(const Value& value, const char* function, int number) {
  if (const auto* text = Cast<StrObject>(value)) return text->text();
  RaiseTypeError(std::string(function) + "() argument " + std::to_string(number) + " must be str, not " +
                 TypeName(value));
}

std::string Normalized(const std::string& form, const std::string& text) {
  char* made = nullptr;
  const ptrdiff_t size = Library().map(text.data(), static_cast<ptrdiff_t>(text.size()), &made, OptionsOf(form));
  const std::unique_ptr<char, decltype(&std::free)> owner(made, &std::free);
  if (size < 0) throw Unsupported("the normal form of a text with lone surrogates");
  return {made, static_cast<size_t>(size)};
}

Value Normalize(Interpreter&, Arguments& arguments) {
  const auto values = arguments.Positional(2, 2);
  const std::string& form = TextArgument(values[0], "normalize", 1);
  return MakeStr(Normalized(form, TextArgument(values[1], "normalize", 2)));
}

Value IsNormalized(Interpreter&, Arguments& arguments) {
  const auto values = arguments.Positional(2, 2);
  const std::string& form = TextArgument(values[0], "is_normalized", 1);
  const std::string& text = TextArgument(values[1], "is_normalized", 2);
  return Value::Bool(Normalized(form, text) == text);
}

int32_t Character(Arguments& arguments, const char* function) {
  const Value value = arguments.Positional(1, 1)[0];
  const auto* text = Cast<StrObject>(value);
  if (text == nullptr || text->length() != 1) {
    RaiseTypeError(std::string(function) + "() argument must be a unicode character, not " + TypeName(value));
  }
  size_t offset = 0;
  return static_cast<int32_t>(Utf8Next(text->text(), offset));
}

Value Category(Interpreter&, Arguments& arguments) {
  return MakeStr(Library().category(Character(arguments, "category")));
}

Value Combining(Interpreter&, Arguments& arguments) {
  return Value::Int(Library().properties(Character(arguments, "combining"))->combining_class);
}

Value Bidirectional(Interpreter&, Arguments& arguments) {
  static constexpr const char* kClasses[] = {"",    "L",  "LRE", "LRO", "R",   "AL",  "RLE", "RLO",
                                             "PDF", "EN", "ES",  "ET",  "AN",  "CS",  "NSM", "BN",
                                             "B",   "S",  "WS",  "ON",  "LRI", "RLI", "FSI", "PDI"};
  const auto number =
      static_cast<size_t>(Library().properties(Character(arguments, "bidirectional"))->bidirectional_class);
  return MakeStr(number < std::size(kClasses) ? kClasses[number] : "");
}

/// Of the names that `\N{...}` knows.
Value Lookup(Interpreter&, Arguments& arguments) {
  const Value name = arguments.Positional(1, 1)[0];
  const std::string& text = TextArgument(name, "lookup", 1);
  const std::optional<char32_t> found = FindUnicodeName(text);
  if (!found) throw Unsupported("the Unicode name " + PythonRepr(text));
  std::string character;
  AppendUtf8(character, *found);
  return MakeStr(std::move(character));
}

constexpr NativeFunction kFunctions[] = {
    {"bidirectional", Bidirectional}, {"category", Category}, {"combining", Combining},
    {"is_normalized", IsNormalized},  {"lookup", Lookup},     {"normalize", Normalize},
};

}  // namespace

void FillUnicodedata(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
}

}  // namespace limbeck::python
