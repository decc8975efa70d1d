#include "inspect/rehearsal/made_up_rows.h"

#include <limits>
#include <set>

#include "base/text.h"
#include "driver/empty_answer.h"
#include "driver/fake_database.h"

namespace limbeck::inspect::rehearsal {
namespace {

constexpr int kTimesWithRows = 3;
constexpr int kTimesWithRowsOfAKey = 100;

/// PostgreSQL's numbers of types, and a value that each takes.
struct Sample {
  uint32_t oid;
  const char* text;
};
constexpr Sample kInteger{20, "1"};
constexpr Sample kBoolean{16, "t"};
constexpr Sample kText{25, "1"};  // a number, a text and a JSON document as well

Sample SampleOf(const sql::Type& type) {
  switch (sql::AffinityOf(type)) {
    case sql::TypeAffinity::kInteger:
      return kInteger;
    case sql::TypeAffinity::kNumeric:
      return {1700, "1"};
    case sql::TypeAffinity::kBoolean:
      return kBoolean;
    case sql::TypeAffinity::kDateTime:
      return {1184, "2020-01-01 00:00:00+00"};
    case sql::TypeAffinity::kDate:
      return {1082, "2020-01-01"};
    case sql::TypeAffinity::kTime:
      return {1083, "00:00:00"};
    case sql::TypeAffinity::kInterval:
      return {1186, "00:00:01"};
    case sql::TypeAffinity::kJson:
      return {3802, "{}"};
    case sql::TypeAffinity::kArray:
      return {1009, "{}"};
    case sql::TypeAffinity::kUuid:
      return {2950, "00000000-0000-4000-8000-000000000001"};
    case sql::TypeAffinity::kBinary:
      return {17, "\\x00"};
    default:
      return kText;
  }
}

/// Of a column whose type nobody knows: by what columns of its name mostly are.
Sample SampleOf(const std::string& column) {
  static const std::set<std::string> numbers = {"id", "count", "max", "min", "sum"};
  return column.ends_with("_id") || numbers.contains(column) ? kInteger : kText;
}

driver::Parameter ValueOf(const Sample& sample, const std::optional<sql::Type>& type) {
  if (type && type->enumeration && !type->enumeration->values.empty()) return type->enumeration->values.front();
  return std::string(sample.text);
}

bool Mentions(const std::string& sql, const std::string& name) {
  const auto is_part = [](char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
  };
  for (size_t at = sql.find(name); at != std::string::npos; at = sql.find(name, at + 1)) {
    const size_t end = at + name.size();
    if ((at == 0 || !is_part(sql[at - 1])) && (end == sql.size() || !is_part(sql[end]))) return true;
  }
  return false;
}

/// How often a query finds something. What is inserted is always there; a row of a key, which objects are loaded by, is
/// asked for more often than what is looked for until there is no more.
int TimesWithRows(const std::string& sql) {
  const std::string upper = ToUpper(sql);
  if (upper.starts_with("INSERT")) return std::numeric_limits<int>::max();
  const size_t where = upper.rfind("WHERE ");
  if (where == std::string::npos) return kTimesWithRows;
  const std::vector<std::string> words = Split(std::string(Trim(sql.substr(where + 6))), ' ');
  const bool is_by_key = words.size() == 3 && words[0].ends_with(".id") && words[1] == "=";
  return is_by_key ? kTimesWithRowsOfAKey : kTimesWithRows;
}

/// "SELECT id FROM x" for "INSERT INTO x ... RETURNING id".
std::string QueryOf(const std::string& sql) {
  constexpr std::string_view kReturning = "RETURNING";
  const size_t at = ToUpper(sql).rfind(kReturning);
  if (at == std::string::npos) return sql;
  return "SELECT " + sql.substr(at + kReturning.size()) + " FROM changed";
}

/// An aggregate or what needs no table: nothing is made something. What is counted or looked for again and again is
/// not there at last.
driver::Parameter Filled(const driver::Cell& cell, uint32_t type, bool is_last) {
  if (cell.is_null()) return std::string(kInteger.text);
  const std::string text = cell.ToString();
  if (is_last) return text;
  if (type == kInteger.oid && text == "0") return std::string(kInteger.text);
  return type == kBoolean.oid ? kBoolean.text : text;
}

}  // namespace

void MadeUpRows::AddAll(const std::string& sql, std::vector<driver::Column>& columns) const {
  for (const auto& [name, table] : schema_.tables()) {
    if (!Mentions(sql, name.name)) continue;
    for (const ColumnFacts& column : table.columns) columns.push_back({column.name});
  }
}

std::optional<sql::Type> MadeUpRows::TypeOf(const std::string& column, const std::string& sql) const {
  for (const auto& [name, table] : schema_.tables()) {
    for (const ColumnFacts& facts : table.columns) {
      if (facts.name == column && Mentions(sql, name.name)) return facts.type;
    }
  }
  return std::nullopt;
}

std::optional<driver::Result> MadeUpRows::Answer(const std::string& sql) {
  std::optional<driver::Result> empty = driver::EmptyAnswer(QueryOf(sql));
  if (!empty) return empty;
  const bool is_last = ++asked_[sql] > TimesWithRows(sql);
  driver::Parameters row;
  std::vector<driver::Column> columns;
  if (!empty->empty()) {
    columns = empty->columns();
    for (size_t i = 0; i < columns.size(); ++i) {
      row.push_back(Filled((*empty)[0][i], columns[i].type, is_last));
      if (columns[i].type == 0) columns[i].type = SampleOf(columns[i].name).oid;
    }
    return driver::MakeTypedResult(driver::Backend::kPostgresql, std::move(columns), {row});
  }
  if (is_last) return empty;
  for (const driver::Column& column : empty->columns()) {
    column.name == "*" ? AddAll(sql, columns) : columns.push_back(column);
  }
  for (driver::Column& column : columns) {
    const std::optional<sql::Type> type = TypeOf(column.name, sql);
    const Sample sample = type ? SampleOf(*type) : SampleOf(column.name);
    if (column.type == 0) column.type = sample.oid;
    row.push_back(ValueOf(sample, type));
  }
  return driver::MakeTypedResult(driver::Backend::kPostgresql, std::move(columns), {row});
}

}  // namespace limbeck::inspect::rehearsal
