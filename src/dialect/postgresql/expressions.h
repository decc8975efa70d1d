#pragma once

#include <string>
#include <string_view>

#include "dialect/expression_writer.h"

namespace limbeck::dialect::postgresql {

/// PostgreSQL's expressions.
class PostgresqlExpressions : public ExpressionWriter {
 public:
  using ExpressionWriter::ExpressionWriter;

  std::string_view DialectName() const override { return "postgresql"; }
  bool HasBooleans() const override { return true; }
  std::string LimitText(const std::optional<sql::Expression>& limit,
                        const std::optional<sql::Expression>& offset) override;
  std::string LockText(const sql::RowLock& lock) override;
  std::string DeleteUsing(const std::string& tables) const override { return " USING " + tables; }

 protected:
  std::string_view PlaceholderMark() const override { return "$"; }
  bool NumbersPlaceholders() const override { return true; }
  bool ScriptsNameParameters() const override { return true; }
  std::string EmptySet(const sql::Type& type, sql::Operator op) const override;
  std::string ParameterCast(const sql::Type& type) const override;
  sql::Value JsonItemText(const sql::Value& item) const override;
  std::string IgnoringCase(const std::string& operand) const override { return operand; }
  std::string_view IlikeText(bool negated) const override { return negated ? " NOT ILIKE " : " ILIKE "; }
  std::string WriteBinary(const sql::Binary& binary) override;
  std::string WriteFunction(const sql::Function& function) override;
  std::string WriteNextValue(const sql::NextValue& next) override;
  std::string WriteArray(const sql::ArrayLiteral& array) override;

 private:
  std::string WriteMatch(const sql::Binary& binary);
  std::string WriteRegexp(const sql::Binary& binary, std::string_view op);
  std::string WriteRegexpReplace(const sql::Binary& binary);
  std::string WriteJsonItem(const sql::Binary& binary, std::string_view op, std::string_view op_for_text);
};

}  // namespace limbeck::dialect::postgresql
