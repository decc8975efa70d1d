#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialect/expression_writer.h"
#include "sql/statement.h"

namespace limbeck::dialect {

/// The queries of one statement, and its changes of rows: FROM, joins, WITH, correlation, labels. Belongs to the
/// statement's ExpressionWriter, which writes the expressions in them.
class QueryWriter {
 public:
  explicit QueryWriter(ExpressionWriter& expressions) : expressions_(expressions) {}
  QueryWriter(const QueryWriter&) = delete;
  QueryWriter& operator=(const QueryWriter&) = delete;

  /// A whole statement, with its WITH.
  std::string WriteStatement(const sql::Statement& statement);
  /// A query inside of an expression, without parentheses.
  std::string WriteInner(const sql::Query& query) { return WriteQuery(query, {}); }
  /// An item of FROM.
  std::string WriteFrom(const sql::From& from);
  /// What stands before the dot of a column; empty for what gives its columns no name.
  std::string NameOf(const sql::From& from);
  /// ORDER BY "name": what the query calls so.
  std::string WriteNamed(const std::string& name);

 private:
  struct Place {
    bool as_from = false;
    bool lateral = false;
    bool compound_part = false;
  };
  /// A query that is being written.
  struct Scope {
    std::vector<sql::From> own;      ///< what a query right inside may take from it
    std::vector<sql::From> visible;  ///< with what all around have
    const std::vector<sql::Expression>* columns = nullptr;
    const std::vector<sql::From>* froms = nullptr;
  };
  struct With {
    sql::From cte;
    std::string text;
  };

  std::string WriteQuery(const sql::Query& query, Place place);
  std::string Write(const sql::Select& select, Place place);
  std::string Write(const sql::Compound& compound, Place place);
  std::string Write(const sql::TextQuery& query, Place place);
  std::string Write(const sql::ValuesFrom& values, Place place);
  std::string Write(const sql::Insert& insert, Place place);
  std::string Write(const sql::Update& update, Place place);
  std::string Write(const sql::Delete& deletion, Place place);

  std::vector<sql::From> VisibleFroms(const sql::Select& select, Place place) const;
  std::string SelectHead(const sql::Select& select);
  std::string SelectColumns(const sql::Select& select, bool as_from);
  std::string SelectTail(const sql::Select& select, const std::vector<sql::From>& froms);
  std::string WriteLabelled(const sql::Expression& column, const std::string& required, const std::string& fallback,
                            bool as_from);
  std::string OrderItem(const sql::Expression& item);
  std::string OrderList(std::string_view word, const std::vector<sql::Expression>& items);
  std::string Conditions(std::string_view word, const std::vector<sql::Expression>& conditions);
  std::string Prefixes(const std::vector<sql::Text>& prefixes);
  std::string WithClause() const;
  void WriteAlone(const sql::CteList& ctes);

  std::string InsertBody(const sql::Insert& insert);
  std::string ConflictText(const sql::OnConflict& conflict);
  std::string ConflictTarget(const sql::OnConflict& conflict);
  std::string Assignments(const std::vector<sql::Assignment>& values, std::string_view separator);
  std::string Returning(const std::vector<sql::Expression>& returned);
  std::vector<sql::From> FurtherFroms(const sql::From& table, const std::vector<sql::Expression>& where,
                                      const std::vector<sql::Assignment>& values) const;
  std::string FromList(const std::vector<sql::From>& froms);

  std::string WriteItem(const sql::From& from, const sql::TableFrom& table);
  std::string WriteItem(const sql::From& from, const sql::AliasFrom& alias);
  std::string WriteItem(const sql::From& from, const sql::JoinFrom& join);
  std::string WriteItem(const sql::From& from, const sql::QueryFrom& query);
  std::string WriteItem(const sql::From& from, const sql::CteFrom& cte);
  std::string WriteItem(const sql::From& from, const sql::ValuesFrom& values);
  std::string WriteItem(const sql::From& from, const sql::FunctionFrom& function);
  std::string WriteItem(const sql::From& from, const sql::TextFrom& text);
  std::string ValueRows(const sql::ValuesFrom& values);
  void AddCte(const sql::From& from, const sql::CteFrom& cte);

  ExpressionWriter& expressions_;
  std::vector<Scope> scopes_;
  std::vector<With> with_;
  bool recursive_ = false;
};

}  // namespace limbeck::dialect
