// No input breaks the lexer, and the tokens of what it accepts lie in the text, in order.

#include "python/lexer.h"

#include <cstdint>
#include <memory>
#include <string>

#include "limbeck/error.h"
#include "python/source_encoding.h"

namespace limbeck::python {
namespace {

void CheckTokens(const SourceFile& source, const TokenList& list) {
  if (list.tokens.empty() || list.tokens.back().kind != TokenKind::kEndMarker) __builtin_trap();
  uint32_t last = 0;
  for (const Token& token : list.tokens) {
    if (token.begin > token.end || token.end > source.text().size()) __builtin_trap();
    const bool is_empty = token.begin == token.end;
    if (!is_empty && token.begin < last) __builtin_trap();
    if (!is_empty) last = token.end;
    if (token.kind == TokenKind::kName && token.value >= list.names.size()) __builtin_trap();
  }
}

void Lex(std::string text) {
  try {
    const SourcePtr source = DecodeSource(std::make_shared<SourceFile>("fuzz.py", std::move(text)));
    CheckTokens(*source, Tokenize(*source));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kScript) __builtin_trap();
  }
}

}  // namespace
}  // namespace limbeck::python

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  limbeck::python::Lex(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
