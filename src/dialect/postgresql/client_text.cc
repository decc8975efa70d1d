#include "dialect/postgresql/client_text.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <vector>

#include "base/text.h"
#include "dialect/literal_writer.h"
#include "limbeck/error.h"
#include "sql/value_text.h"

namespace limbeck::dialect::postgresql {
namespace {

std::string Quoted(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) {
    throw Error(ErrorKind::kScript, "A string literal cannot contain NUL (0x00) characters.")
        .ExceptionClass("ValueError");
  }
  return "'" + ReplaceAll(text, "'", "''") + "'";
}

/// A blank keeps "a -%s" from becoming a comment.
std::string Number(std::string text) {
  return text.starts_with('-') ? " " + text : text;
}

struct LiteralVisitor {
  std::string operator()(const sql::None&) const { return "NULL"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(int64_t value) const { return Number(std::to_string(value)); }
  std::string operator()(const sql::BigInteger& value) const { return Number(value.text); }
  std::string operator()(double value) const {
    if (std::isnan(value)) return "'NaN'::float";
    if (std::isinf(value)) return value > 0 ? "'Infinity'::float" : "'-Infinity'::float";
    return Number(sql::FloatText(value));
  }
  std::string operator()(const sql::Decimal& value) const {
    const bool is_finite = value.text.find_first_of("nN") == std::string::npos;
    return is_finite ? Number(value.text) : "'NaN'::numeric";
  }
  std::string operator()(const std::string& value) const { return Quoted(value); }
  std::string operator()(const sql::Bytes& value) const {
    std::string text = "'\\x";
    for (const unsigned char byte : value.data) text += fmt::format("{:02x}", byte);
    return text + "'::bytea";
  }
  std::string operator()(const sql::Date& value) const { return Quoted(value.text) + "::date"; }
  std::string operator()(const sql::Time& value) const {
    return Quoted(value.text) + (PartsOfMoment(value).offset.empty() ? "::time" : "::timetz");
  }
  std::string operator()(const sql::DateTime& value) const {
    const bool has_zone = !PartsOfMoment(value).offset.empty();
    return Quoted(ReplaceAll(value.text, " ", "T")) + (has_zone ? "::timestamptz" : "::timestamp");
  }
  std::string operator()(const sql::Interval& value) const {
    constexpr int64_t kSecond = 1000000;
    constexpr int64_t kDay = 24 * 3600 * kSecond;
    // Python's timedelta has negative days and positive seconds.
    int64_t days = value.microseconds / kDay;
    int64_t rest = value.microseconds % kDay;
    if (rest < 0) {
      rest += kDay;
      --days;
    }
    return fmt::format("'{} days {}.{:06} seconds'::interval", days, rest / kSecond, rest % kSecond);
  }
  std::string operator()(const sql::Uuid& value) const { return Quoted(value.text) + "::uuid"; }
  std::string operator()(const sql::Json& value) const { return Quoted(value.text); }
  std::string operator()(const sql::ValueList& list) const {
    std::vector<std::string> items;
    bool all_null = true;
    for (const sql::Value& item : list.items) {
      items.push_back(std::visit(*this, item.data));
      all_null = all_null && item.is_none();
    }
    if (list.is_tuple) return "(" + Join(items, ", ") + ")";
    if (all_null) return "'{" + Join(items, ",") + "}'";
    return "ARRAY[" + Join(items, ",") + "]";
  }
};

/// Reads a text with marks and writes it with values.
class ClientTextWriter {
 public:
  explicit ClientTextWriter(const Statement& statement) : statement_(statement) {}

  SentText Write() {
    const std::string& text = statement_.text;
    size_t copied = 0;
    for (size_t at = text.find('%'); at != std::string::npos; at = text.find('%', copied)) {
      Copy(copied, at);
      copied = at + Mark(at);
    }
    Copy(copied, text.size());
    return std::move(result_);
  }

 private:
  void Copy(size_t begin, size_t end) {
    result_.pieces.push_back({result_.text.size(), begin});
    result_.text.append(statement_.text, begin, end - begin);
  }

  /// Writes what stands for the % at an offset, and returns how long it is.
  size_t Mark(size_t at) {
    const std::string_view rest = std::string_view(statement_.text).substr(at);
    size_t length = rest.starts_with("%%") || rest.starts_with("%s") ? 2 : 1;
    if (rest.starts_with("%(") && rest.find(")s") != std::string_view::npos) length = rest.find(")s") + 2;
    const bool takes_value = length > 1 && rest[1] != '%' && next_ < statement_.parameters.size();
    result_.pieces.push_back({result_.text.size(), at});
    if (takes_value) {
      result_.text += ClientLiteral(statement_.parameters[next_++].value);
    } else {
      result_.text += rest[1 % rest.size()] == '%' ? "%" : rest.substr(0, length);
    }
    return length;
  }

  const Statement& statement_;
  SentText result_;
  size_t next_ = 0;
};

}  // namespace

std::string ClientLiteral(const sql::Value& value) {
  return std::visit(LiteralVisitor(), value.data);
}

SentText WriteClientText(const Statement& statement) {
  return ClientTextWriter(statement).Write();
}

}  // namespace limbeck::dialect::postgresql
