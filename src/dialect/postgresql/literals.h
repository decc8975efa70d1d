#pragma once

#include <string>
#include <string_view>

#include "dialect/literal_writer.h"

namespace limbeck::dialect::postgresql {

/// PostgreSQL's literals.
class PostgresqlLiterals : public LiteralWriter {
 public:
  /// `escape_backslashes`: nobody has asked the server whether a backslash is just a backslash (--sql).
  PostgresqlLiterals(const Identifiers& identifiers, const std::string& subject, bool escape_backslashes)
      : LiteralWriter(identifiers, subject), escape_backslashes_(escape_backslashes) {}

  std::string_view True() const override { return "true"; }
  std::string_view False() const override { return "false"; }

 protected:
  std::string Moment(const sql::Value& value, const sql::Type& type) const override;
  std::string Interval(const sql::Value& value, const sql::Type& type) const override;
  std::string Uuid(const sql::Value& value, const sql::Type& type) const override;
  std::string Finish(std::string literal) const override;

 private:
  bool escape_backslashes_;
};

}  // namespace limbeck::dialect::postgresql
