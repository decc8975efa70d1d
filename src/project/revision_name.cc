#include "project/revision_name.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "base/utf8.h"
#include "project/percent_format.h"

namespace limbeck::project {
namespace {

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};

PCRE2_SPTR Bytes(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

/// All matches of the pattern replaced, with Unicode's idea of letters. The pattern is one of ours.
std::string Substitute(const std::string& text, std::string_view pattern, std::string_view replacement) {
  int problem = 0;
  PCRE2_SIZE place = 0;
  const std::unique_ptr<pcre2_code, FreeCode> code(
      pcre2_compile(Bytes(pattern), pattern.size(), PCRE2_UTF | PCRE2_UCP | PCRE2_DOTALL, &problem, &place, nullptr));
  std::string out(text.size() * 3 + 16, '\0');  // lower case may need more bytes, but never three times as many
  PCRE2_SIZE size = out.size();
  const int count = pcre2_substitute(
      code.get(), Bytes(text), text.size(), 0, PCRE2_SUBSTITUTE_GLOBAL | PCRE2_SUBSTITUTE_EXTENDED, nullptr, nullptr,
      Bytes(replacement), replacement.size(), reinterpret_cast<PCRE2_UCHAR*>(out.data()), &size);
  if (count < 0) return text;
  out.resize(size);
  return out;
}

/// Bytes that are no UTF-8 become U+FFFD, which is no letter.
std::string Repair(const std::string& text) {
  std::string repaired;
  for (size_t offset = 0; offset < text.size();) AppendUtf8(repaired, Utf8Next(text, offset));
  return repaired;
}

/// Words of letters and digits, joined by "_", in lower case.
std::string JoinWords(const std::string& message) {
  const std::string words = Substitute(Repair(message), R"([^\p{L}\p{N}_]+)", " ");
  return Substitute(ReplaceAll(Trim(words), " ", "_"), ".+", R"(\L$0)");
}

std::string Head(const std::string& text, int characters) {
  size_t offset = 0;
  while (characters-- > 0 && offset < text.size()) offset += Utf8Length(text, offset);
  return text.substr(0, offset);
}

}  // namespace

std::string SlugOf(const std::string& message, int length) {
  const std::string words = JoinWords(message);
  if (static_cast<int64_t>(Utf8Count(words)) <= length) return words;
  const std::string head = Head(words, length);
  return head.substr(0, head.rfind('_')) + "_";
}

std::string RevisionFileName(const ScriptDirectory& directory, const std::string& id, const std::string& message,
                             const CreateDate& date) {
  const FormatValues values = {{"rev", id},
                               {"slug", SlugOf(message, directory.truncate_slug_length)},
                               {"epoch", date.epoch},
                               {"year", date.year},
                               {"month", date.month},
                               {"day", date.day},
                               {"hour", date.hour},
                               {"minute", date.minute},
                               {"second", date.second}};
  return PercentFormat(directory.file_template, values, directory.file_template_place);
}

}  // namespace limbeck::project
