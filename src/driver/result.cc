#include "driver/result.h"

#include <sstream>

namespace limbeck::driver {
namespace {

class ResultStream : public RowStream {
 public:
  explicit ResultStream(Result result) : result_(std::move(result)) {}
  const std::vector<Column>& columns() const override { return result_.columns(); }
  bool Next() override {
    ended_ = next_ == result_.size();
    if (!ended_) ++next_;
    return !ended_;
  }
  Row row() const override { return result_[next_ - 1]; }
  int64_t row_count() const override { return ended_ || !result_.returns_rows() ? result_.row_count() : -1; }

 private:
  Result result_;
  size_t next_ = 0;
  bool ended_ = false;
};

}  // namespace

Result::Result(std::vector<Column> columns, std::shared_ptr<const RowSource> rows, size_t row_count)
    : columns_(std::move(columns)), rows_(std::move(rows)), row_count_(row_count) {}

std::optional<size_t> Result::FindColumn(std::string_view name) const {
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].name == name) return i;
  }
  return std::nullopt;
}

Cell Result::Scalar() const {
  return empty() || columns_.empty() ? Cell() : rows_->At(0, 0);
}

std::unique_ptr<RowStream> StreamOf(Result result) {
  return std::make_unique<ResultStream>(std::move(result));
}

std::ostream& operator<<(std::ostream& out, const Row& row) {
  for (size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : "|") << row[i];
  return out;
}

std::string ToText(const Result& result) {
  std::ostringstream text;
  for (const Row row : result) text << row << "\n";
  return text.str();
}

}  // namespace limbeck::driver
