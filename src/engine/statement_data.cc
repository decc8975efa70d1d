#include "engine/statement_data.h"

#include <algorithm>
#include <charconv>

#include "driver/sql_text.h"

namespace limbeck::engine {
namespace {

struct ToParameter {
  driver::Parameter operator()(std::nullptr_t) const { return driver::Null(); }
  driver::Parameter operator()(const Blob& blob) const {
    const auto* bytes = reinterpret_cast<const char*>(blob.data());
    return driver::Blob{std::string(bytes, bytes + blob.size())};
  }
  template <typename T>
  driver::Parameter operator()(const T& value) const {
    return value;
  }
};

driver::Parameters ToParameters(const std::vector<DataValue>& values) {
  driver::Parameters parameters;
  parameters.reserve(values.size());
  for (const DataValue& value : values) parameters.push_back(std::visit(ToParameter(), value));
  return parameters;
}

/// Reads what the stream stands at. Cells take their kind on trust; a revision's author may be mistaken about it.
class StreamCursor : public ops::RowCursor {
 public:
  explicit StreamCursor(std::unique_ptr<driver::RowStream> stream) : stream_(std::move(stream)) {
    for (const driver::Column& column : stream_->columns()) columns_.push_back(column.name);
  }

  bool Next() override { return stream_->Next(); }
  const std::vector<std::string>& columns() const override { return columns_; }
  bool IsNull(size_t column) const override { return At(column).is_null(); }

  std::optional<bool> Bool(size_t column) const override {
    const driver::Cell cell = At(column);
    const bool is_text = cell.kind() == driver::CellKind::kText && (cell.AsText() == "t" || cell.AsText() == "f");
    if (!is_text && cell.kind() != driver::CellKind::kInteger) return std::nullopt;
    return cell.AsBool();
  }

  std::optional<int64_t> Integer(size_t column) const override {
    const driver::Cell cell = At(column);
    if (cell.kind() != driver::CellKind::kInteger && !IsWhole<int64_t>(cell)) return std::nullopt;
    return cell.AsInteger();
  }

  std::optional<double> Real(size_t column) const override {
    const driver::Cell cell = At(column);
    const bool is_number = cell.kind() == driver::CellKind::kInteger || cell.kind() == driver::CellKind::kReal;
    if (!is_number && !IsWhole<double>(cell)) return std::nullopt;
    return cell.AsReal();
  }

  std::optional<std::string> Bytes(size_t column) const override {
    const driver::Cell cell = At(column);
    const bool has_bytes = cell.kind() == driver::CellKind::kBlob || cell.kind() == driver::CellKind::kText;
    if (!has_bytes) return std::nullopt;
    return cell.AsBytes();
  }

  std::string Text(size_t column) const override { return At(column).ToString(); }

 private:
  driver::Cell At(size_t column) const { return stream_->row()[column]; }

  /// A text that is a number and nothing else.
  template <typename Number>
  static bool IsWhole(const driver::Cell& cell) {
    if (cell.kind() != driver::CellKind::kText) return false;
    const std::string_view text = cell.AsText();
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
  }

  std::unique_ptr<driver::RowStream> stream_;
  std::vector<std::string> columns_;
};

}  // namespace

std::string StatementData::Numbered(const std::string& sql) const {
  return driver::NumberParameters(sql, connection_.backend());
}

std::shared_ptr<ops::RowCursor> StatementData::Query(const std::string& sql, const std::vector<DataValue>& parameters) {
  return std::make_shared<StreamCursor>(connection_.Fetch(Numbered(sql), ToParameters(parameters)));
}

int64_t StatementData::Run(const std::string& sql, const std::vector<DataValue>& parameters) {
  return std::max<int64_t>(0, connection_.Execute(Numbered(sql), ToParameters(parameters)).row_count());
}

int64_t StatementData::RunMany(const std::string& sql, const std::vector<std::vector<DataValue>>& sets) {
  std::vector<driver::Parameters> parameters;
  parameters.reserve(sets.size());
  for (const std::vector<DataValue>& set : sets) parameters.push_back(ToParameters(set));
  return std::max<int64_t>(0, connection_.ExecuteMany(Numbered(sql), parameters).row_count());
}

}  // namespace limbeck::engine
