#include "base/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cctype>

#include "limbeck/error.h"

namespace limbeck {
namespace {

PCRE2_SPTR Bytes(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

uint32_t OptionsOf(Pattern::Flag flag) {
  uint32_t options = PCRE2_UTF | PCRE2_UCP;
  if (flag == Pattern::Flag::kIgnoreCase || flag == Pattern::Flag::kIgnoreCaseDotAll) options |= PCRE2_CASELESS;
  if (flag == Pattern::Flag::kDotAll || flag == Pattern::Flag::kIgnoreCaseDotAll) options |= PCRE2_DOTALL;
  return options;
}

struct FreeMatch {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

}  // namespace

struct Pattern::Code {
  pcre2_code* code = nullptr;
  ~Code() { pcre2_code_free(code); }
};

Pattern::Pattern(std::string_view pattern, Flag flag) : code_(std::make_unique<Code>()) {
  int problem = 0;
  PCRE2_SIZE place = 0;
  code_->code = pcre2_compile(Bytes(pattern), pattern.size(), OptionsOf(flag), &problem, &place, nullptr);
  if (code_->code == nullptr) {
    throw Error(ErrorKind::kInternal, "bad pattern at " + std::to_string(place) + ": " + std::string(pattern));
  }
}

Pattern::~Pattern() = default;

std::optional<Pattern::Match> Pattern::Search(std::string_view text, size_t from) const {
  const std::unique_ptr<pcre2_match_data, FreeMatch> data(pcre2_match_data_create_from_pattern(code_->code, nullptr));
  const int count = pcre2_match(code_->code, Bytes(text), text.size(), from, 0, data.get(), nullptr);
  if (count <= 0) return std::nullopt;
  const PCRE2_SIZE* places = pcre2_get_ovector_pointer(data.get());
  Match match{.start = places[0], .end = places[1], .groups = {}};
  const uint32_t groups = pcre2_get_ovector_count(data.get());
  for (uint32_t i = 0; i < groups; ++i) {
    const bool took_part = places[2 * i] != PCRE2_UNSET && i < static_cast<uint32_t>(count);
    match.groups.push_back(
        took_part ? std::optional(std::string(text.substr(places[2 * i], places[2 * i + 1] - places[2 * i])))
                  : std::nullopt);
  }
  return match;
}

std::vector<Pattern::Match> Pattern::FindAll(std::string_view text) const {
  std::vector<Match> matches;
  for (size_t from = 0; from <= text.size();) {
    std::optional<Match> match = Search(text, from);
    if (!match) break;
    from = match->end > match->start ? match->end : match->end + 1;
    matches.push_back(std::move(*match));
  }
  return matches;
}

std::string Pattern::Replace(std::string_view text, const std::function<std::string(const Match&)>& replacement) const {
  std::string result;
  size_t done = 0;
  for (const Match& match : FindAll(text)) {
    result += text.substr(done, match.start - done);
    result += replacement(match);
    done = match.end;
  }
  return result += text.substr(done);
}

std::string Pattern::Replace(std::string_view text, std::string_view replacement) const {
  return Replace(text, [&](const Match&) { return std::string(replacement); });
}

std::vector<std::string> Pattern::Split(std::string_view text) const {
  std::vector<std::string> parts;
  size_t done = 0;
  for (const Match& match : FindAll(text)) {
    parts.emplace_back(text.substr(done, match.start - done));
    done = match.end;
  }
  parts.emplace_back(text.substr(done));
  return parts;
}

std::string EscapePattern(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) == 0 && c != '_') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace limbeck
