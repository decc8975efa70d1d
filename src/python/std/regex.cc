#include "python/std/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "limbeck/error.h"

namespace limbeck::python {
namespace {

struct FreeData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeContext {
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
};

uint32_t OptionsOf(uint32_t flags, bool is_bytes) {
  uint32_t options = 0;
  if (!is_bytes) options |= PCRE2_UTF;
  if (!is_bytes && (flags & kRegexAscii) == 0) options |= PCRE2_UCP;
  if ((flags & kRegexIgnoreCase) != 0) options |= PCRE2_CASELESS;
  if ((flags & kRegexMultiLine) != 0) options |= PCRE2_MULTILINE;
  if ((flags & kRegexDotAll) != 0) options |= PCRE2_DOTALL;
  return options;
}

std::string MessageOf(int code) {
  constexpr int kLookbehindNotFixed = 125;
  if (code == kLookbehindNotFixed) return "look-behind requires fixed-width pattern";
  PCRE2_UCHAR text[256];
  pcre2_get_error_message(code, text, sizeof text);
  return reinterpret_cast<const char*>(text);
}

}  // namespace

struct Regex::Code {
  pcre2_code* code = nullptr;
  ~Code() { pcre2_code_free(code); }
};

Regex::Regex(std::string_view pattern, uint32_t flags, bool is_bytes)
    : translation_(TranslateRegex(pattern, flags, is_bytes)), is_bytes_(is_bytes), code_(std::make_unique<Code>()) {
  const std::unique_ptr<pcre2_compile_context, FreeContext> context(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  int problem = 0;
  PCRE2_SIZE place = 0;
  const auto* text = reinterpret_cast<PCRE2_SPTR>(translation_.text.data());
  code_->code = pcre2_compile(text, translation_.text.size(), OptionsOf(translation_.flags, is_bytes), &problem, &place,
                              context.get());
  if (code_->code == nullptr) RaiseRegexError(MessageOf(problem), pattern, std::string_view::npos, is_bytes);
}

Regex::~Regex() = default;

std::optional<std::vector<Regex::Span>> Regex::Match(std::string_view text, size_t from, Where where,
                                                     bool not_empty) const {
  uint32_t options = where == Where::kAnywhere ? 0 : PCRE2_ANCHORED;
  if (where == Where::kWhole) options |= PCRE2_ENDANCHORED;
  if (not_empty) options |= PCRE2_NOTEMPTY_ATSTART;
  // The text was looked at when the search began.
  if (from > 0) options |= PCRE2_NO_UTF_CHECK;
  const std::unique_ptr<pcre2_match_data, FreeData> data(pcre2_match_data_create_from_pattern(code_->code, nullptr));
  const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data());
  const int count = pcre2_match(code_->code, subject, text.size(), from, options, data.get(), nullptr);
  if (count == PCRE2_ERROR_NOMATCH) return std::nullopt;
  if (count < 0) {
    const bool is_long = count == PCRE2_ERROR_MATCHLIMIT || count == PCRE2_ERROR_HEAPLIMIT;
    throw Error(ErrorKind::kUnsupported, is_long ? "this regular expression takes too long for the text"
                                                 : "a regular expression on a text with lone surrogates");
  }
  const PCRE2_SIZE* places = pcre2_get_ovector_pointer(data.get());
  std::vector<Span> spans(translation_.groups + 1);
  for (size_t i = 0; i < spans.size() && i < static_cast<size_t>(count); ++i) {
    if (places[2 * i] == PCRE2_UNSET) continue;
    spans[i] = {places[2 * i], places[2 * i + 1]};
  }
  return spans;
}

/// The one that ends furthest; of several the one whose parenthesis closes last.
size_t Regex::LastClosed(const std::vector<Span>& spans) const {
  size_t last = 0;
  for (const size_t group : translation_.closing_order) {
    if (!spans[group].took_part()) continue;
    if (last == 0 || spans[group].end >= spans[last].end) last = group;
  }
  return last;
}

}  // namespace limbeck::python
