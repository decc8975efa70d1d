#pragma once

#include <string>
#include <string_view>

#include "dialect/literal_writer.h"

namespace limbeck::dialect::sqlite {

/// SQLite's literals: moments are texts with six digits of a second, booleans are numbers.
class SqliteLiterals : public LiteralWriter {
 public:
  using LiteralWriter::LiteralWriter;

  std::string_view True() const override { return "1"; }
  std::string_view False() const override { return "0"; }

 protected:
  std::string Moment(const sql::Value& value, const sql::Type& type) const override;
  std::string Interval(const sql::Value& value, const sql::Type& type) const override;
  std::string Uuid(const sql::Value& value, const sql::Type& type) const override;
};

}  // namespace limbeck::dialect::sqlite
