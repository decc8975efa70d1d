#include "driver/postgresql/rows.h"

#include <charconv>
#include <cstring>

namespace limbeck::driver::postgresql {
namespace {

class LibpqRows : public RowSource {
 public:
  explicit LibpqRows(ResultPtr result) : result_(std::move(result)) {}
  Cell At(size_t row, size_t column) const override {
    return ReadCell(result_.get(), static_cast<int>(row), static_cast<int>(column));
  }

 private:
  ResultPtr result_;
};

}  // namespace

std::vector<Column> ReadColumns(const PGresult* result) {
  const Libpq& pq = TheLibpq();
  std::vector<Column> columns(static_cast<size_t>(pq.PQnfields(result)));
  for (size_t i = 0; i < columns.size(); ++i) {
    const int number = static_cast<int>(i);
    columns[i].name = pq.PQfname(result, number);
    columns[i].type = pq.PQftype(result, number);
    columns[i].type_modifier = pq.PQfmod(result, number);
  }
  return columns;
}

Cell ReadCell(const PGresult* result, int row, int column) {
  const Libpq& pq = TheLibpq();
  if (pq.PQgetisnull(result, row, column) != 0) return {};
  return Cell::Text({pq.PQgetvalue(result, row, column), static_cast<size_t>(pq.PQgetlength(result, row, column))});
}

int64_t ReadRowCount(PGresult* result) {
  const char* text = TheLibpq().PQcmdTuples(result);
  int64_t rows = -1;
  std::from_chars(text, text + std::strlen(text), rows);
  return rows;
}

Result MakeResult(ResultPtr result) {
  const Libpq& pq = TheLibpq();
  const int64_t row_count = ReadRowCount(result.get());
  std::string tag = pq.PQcmdStatus(result.get());
  Result made;
  if (pq.PQresultStatus(result.get()) == PGRES_TUPLES_OK) {
    std::vector<Column> columns = ReadColumns(result.get());
    const auto rows = static_cast<size_t>(pq.PQntuples(result.get()));
    made = Result(std::move(columns), std::make_shared<LibpqRows>(std::move(result)), rows);
  }
  made.RowCount(row_count).CommandTag(std::move(tag));
  return made;
}

}  // namespace limbeck::driver::postgresql
