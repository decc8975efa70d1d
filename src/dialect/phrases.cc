#include "dialect/phrases.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/text.h"
#include "sql/errors.h"

namespace limbeck::dialect {
namespace {

bool IsOneOf(std::string_view phrase, std::initializer_list<std::string_view> choices) {
  std::string upper = ToUpper(phrase);
  return std::find(choices.begin(), choices.end(), upper) != choices.end();
}

bool IsAction(std::string_view phrase) {
  return IsOneOf(phrase, {"RESTRICT", "CASCADE", "SET NULL", "NO ACTION", "SET DEFAULT"});
}

// "SET NULL (a, b)"
bool IsActionOnColumns(std::string_view phrase) {
  size_t open = phrase.find('(');
  if (open == std::string_view::npos || phrase.back() != ')' || phrase.size() - open < 3) return false;
  return IsOneOf(TrimRight(phrase.substr(0, open)), {"SET NULL", "SET DEFAULT"});
}

bool IsWord(std::string_view phrase) {
  return !phrase.empty() && std::all_of(phrase.begin(), phrase.end(), [](unsigned char c) {
    return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

// The patterns are part of the messages.
std::string Accept(bool good, const std::string& phrase, std::string_view pattern) {
  if (good) return phrase;
  throw sql::CompileError("Unexpected SQL phrase: " + PythonRepr(phrase) + " (matching against " + PythonRepr(pattern) +
                          ")");
}

}  // namespace

std::string ForeignKeyAction(const std::string& phrase) {
  return Accept(IsAction(phrase), phrase, "^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)$");
}

std::string ForeignKeyActionWithColumns(const std::string& phrase) {
  return Accept(IsAction(phrase) || IsActionOnColumns(phrase), phrase,
                R"(^(?:RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\s*\(.+\))?|NO ACTION)$)");
}

std::string InitialTime(const std::string& phrase) {
  return Accept(IsOneOf(phrase, {"DEFERRED", "IMMEDIATE"}), phrase, "^(?:DEFERRED|IMMEDIATE)$");
}

std::string IndexMethod(const std::string& phrase) {
  return Accept(IsWord(phrase), phrase, R"(^(?:btree|hash|gist|gin|[\w_]+)$)");
}

}  // namespace limbeck::dialect
