#pragma once

#include <string>
#include <string_view>

#include "dialect/expression_writer.h"

namespace limbeck::dialect::sqlite {

/// SQLite's expressions.
class SqliteExpressions : public ExpressionWriter {
 public:
  using ExpressionWriter::ExpressionWriter;

  bool ReturningNamesTable() const override { return false; }
  /// The last rowid tells a key that counts rows; what a conflict has updated would not be told rightly.
  bool ReturnsNewKeys(const sql::Insert& insert) const override;
  std::string_view DialectName() const override { return "sqlite"; }
  bool HasBooleans() const override { return false; }
  std::string LimitText(const std::optional<sql::Expression>& limit,
                        const std::optional<sql::Expression>& offset) override;
  /// There are no row locks.
  std::string LockText(const sql::RowLock&) override { return ""; }
  std::string DeleteUsing(const std::string& tables) const override;

 protected:
  std::string_view PlaceholderMark() const override { return "?"; }
  bool NumbersPlaceholders() const override { return false; }
  bool ScriptsNameParameters() const override { return false; }
  std::string EmptySet(const sql::Type& type, sql::Operator op) const override;
  bool ListsTuplesAsValues() const override { return true; }
  sql::Value JsonItemText(const sql::Value& item) const override;
  std::string WriteBinary(const sql::Binary& binary) override;
  std::string WriteDivision(const sql::Binary& binary) override;
  std::string WriteFunction(const sql::Function& function) override;
  std::string WriteExtract(const sql::Extract& extract) override;

 private:
  std::string WriteJsonItem(const sql::Binary& binary);
  std::string WriteExclusiveOr(const sql::Binary& binary);
};

}  // namespace limbeck::dialect::sqlite
