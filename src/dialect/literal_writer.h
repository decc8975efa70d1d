#pragma once

#include <string>
#include <string_view>

#include "dialect/identifiers.h"
#include "dialect/type_writer.h"
#include "sql/type.h"
#include "sql/value.h"

namespace limbeck::dialect {

/// Values as SQL literals, by the type they are meant to have. Throws Error (CompileError) with SQLAlchemy's text
/// when a value does not fit its type or the type has no literals.
class LiteralWriter {
 public:
  /// `subject` as TypeWriter has it.
  LiteralWriter(const Identifiers& identifiers, const std::string& subject)
      : identifiers_(identifiers), subject_(subject) {}
  virtual ~LiteralWriter() = default;

  std::string Text(const sql::Value& value, const sql::Type& type) const;
  /// A string in quotes.
  std::string Quoted(std::string_view text) const;

  /// TRUE and FALSE as values.
  virtual std::string_view True() const = 0;
  virtual std::string_view False() const = 0;

 protected:
  virtual std::string Moment(const sql::Value& value, const sql::Type& type) const = 0;
  virtual std::string Interval(const sql::Value& value, const sql::Type& type) const = 0;
  virtual std::string Uuid(const sql::Value& value, const sql::Type& type) const = 0;
  /// What the database does to the text of any literal.
  virtual std::string Finish(std::string literal) const { return literal; }

  static std::string InQuotes(std::string_view text);
  [[noreturn]] void RefuseValue(const sql::Value& value, const sql::Type& type) const;
  [[noreturn]] void RefuseType(const sql::Value& value, const sql::Type& type) const;

 private:
  std::string Unfinished(const sql::Value& value, const sql::Type& type) const;
  std::string String(const sql::Value& value, const sql::Type& type) const;
  std::string Integer(const sql::Value& value, const sql::Type& type) const;
  std::string Number(const sql::Value& value, const sql::Type& type) const;
  std::string Boolean(const sql::Value& value, const sql::Type& type) const;
  std::string Binary(const sql::Value& value, const sql::Type& type) const;
  std::string Array(const sql::Value& value, const sql::Type& type) const;

  const Identifiers& identifiers_;
  const std::string& subject_;
};

/// The date and the time of "2024-01-31 13:45:00.5+02:00", a date or a time.
struct MomentParts {
  std::string date;    ///< "2024-01-31"
  std::string time;    ///< "13:45:00.5"
  std::string offset;  ///< "+02:00"
};
/// Empty parts when the value is no moment.
MomentParts PartsOfMoment(const sql::Value& value);

}  // namespace limbeck::dialect
