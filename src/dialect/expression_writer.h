#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialect/dialect.h"
#include "dialect/identifiers.h"
#include "dialect/literal_writer.h"
#include "dialect/type_writer.h"
#include "sql/expression.h"

namespace limbeck::sql {
struct RowLock;
}  // namespace limbeck::sql

namespace limbeck::dialect {

class QueryWriter;

/// Where an expression stands.
struct ExpressionPlace {
  ParameterStyle parameter_style = ParameterStyle::kNative;
  /// A parameter without a value is an error: the statement is about to be executed.
  bool needs_values = false;
  /// The choices of an IN are named by one mark that SQLAlchemy fills in when it executes: the statement is shown.
  bool late_choices = false;
  /// Values are written as literals: in DDL, and in scripts that ask for it.
  bool literal_binds = false;
  /// Columns are written with their tables.
  bool include_table = true;
};

/// How contains, startswith, endswith and their relatives are written with LIKE.
struct PatternForm {
  sql::Operator op;
  bool percent_before;
  bool percent_after;
  bool ignores_case;
  bool negated;
};

/// Expressions as SQL text, for one statement: it keeps the parameters' names apart. This class writes what
/// SQLAlchemy's compiler writes for any database; dialects override the rest. Throws Error (CompileError) for what
/// the database cannot say.
class ExpressionWriter {
 public:
  ExpressionWriter(const Identifiers& identifiers, const TypeWriter& types, const LiteralWriter& literals,
                   ExpressionPlace place);
  virtual ~ExpressionWriter();
  ExpressionWriter(const ExpressionWriter&) = delete;
  ExpressionWriter& operator=(const ExpressionWriter&) = delete;

  std::string Write(const sql::Expression& expression);
  /// sa.text(), with its parameters.
  std::string WriteText(const sql::Text& text);
  /// RETURNING names its columns with their table.
  virtual bool ReturningNamesTable() const { return true; }
  /// The INSERT's new keys are returned, not told by the driver.
  virtual bool ReturnsNewKeys(const sql::Insert& insert) const;
  /// One parameter or literal.
  std::string WriteBind(const sql::BindParameter& bind, const void* identity);

  /// The statement's text with its marks in place, and its parameters in the order of their places: parts of a
  /// statement are not always written in the order in which they stand.
  Statement Finish(std::string text);

  /// "count_1": a name for what has none, the same for the same identity in the whole statement.
  std::string AnonymousName(const void* identity, std::string_view hint);
  /// The name of a column that is called after another expression, or its own.
  std::string ColumnName(const sql::ColumnReference& column);
  /// What an expression's anonymous name goes by: equal columns are one.
  const void* IdentityOf(const sql::Node& node);
  std::string List(const std::vector<sql::Expression>& items, std::string_view separator);
  /// Columns with their tables, and the schemas of those, or without; returns what was so far.
  bool SetIncludeTable(bool include) { return std::exchange(place_.include_table, include); }
  bool SetLiteralBinds(bool literal) { return std::exchange(place_.literal_binds, literal); }
  /// The queries of the statement.
  QueryWriter& queries() { return *queries_; }
  const Identifiers& identifiers() const { return identifiers_; }
  const TypeWriter& types() const { return types_; }

  // What databases differ in, of statements.
  virtual std::string_view DialectName() const = 0;
  virtual bool HasBooleans() const = 0;
  /// LIMIT and OFFSET, with the blanks before them.
  virtual std::string LimitText(const std::optional<sql::Expression>& limit,
                                const std::optional<sql::Expression>& offset) = 0;
  /// FOR UPDATE, with a blank before it.
  virtual std::string LockText(const sql::RowLock& lock) = 0;
  /// DELETE ... USING these.
  virtual std::string DeleteUsing(const std::string& tables) const = 0;

 protected:
  // What databases differ in.
  /// "?" or "$", with a number after it.
  virtual std::string_view PlaceholderMark() const = 0;
  virtual bool NumbersPlaceholders() const = 0;
  /// Marks of style kScript have names.
  virtual bool ScriptsNameParameters() const = 0;
  /// What stands between the parentheses of an IN (`op` kIn or kNotIn) without choices.
  virtual std::string EmptySet(const sql::Type& type, sql::Operator op) const = 0;
  /// What stands behind the mark of a parameter of the type: "::JSONB" where the database must be told.
  virtual std::string ParameterCast(const sql::Type&) const { return ""; }
  /// The tuples of an IN stand behind VALUES.
  virtual bool ListsTuplesAsValues() const { return false; }
  /// The text by which a document's item is found: of a key, a number, or a path (kJsonIndex, kJsonItemPath).
  virtual sql::Value JsonItemText(const sql::Value& item) const = 0;
  virtual std::string IgnoringCase(const std::string& operand) const { return "lower(" + operand + ")"; }
  virtual std::string_view IlikeText(bool negated) const { return negated ? " NOT LIKE " : " LIKE "; }
  virtual std::string WriteBinary(const sql::Binary& binary);
  virtual std::string WriteDivision(const sql::Binary& binary);
  virtual std::string WriteFunction(const sql::Function& function);
  virtual std::string WriteExtract(const sql::Extract& extract);
  virtual std::string WriteNextValue(const sql::NextValue& next);
  virtual std::string WriteArray(const sql::ArrayLiteral& array);

  /// left op right. `eager_grouping` puts it into parentheses wherever it is part of a larger operation.
  std::string Infix(const sql::Binary& binary, std::string_view op, bool eager_grouping = false);
  std::string Arguments(const sql::Function& function);

  const LiteralWriter& literals() const { return literals_; }
  const ExpressionPlace& place() const { return place_; }

 private:
  struct NodeWriter;

  std::string WriteColumn(const sql::ColumnReference& column);
  std::string WriteUnary(const sql::Unary& unary);
  std::string WriteClauses(const sql::ClauseList& list);
  std::string WriteCondition(const sql::AsBoolean& condition);
  std::string LikeText(const std::string& left, std::string_view op, const std::string& right,
                       const sql::Binary& binary) const;
  std::string WritePattern(const sql::Binary& binary, const PatternForm& form);
  std::string WriteLike(const sql::Binary& binary);
  std::string WriteIlike(const sql::Binary& binary, bool negated);
  std::string WriteMembership(const sql::Binary& binary);
  std::string WriteFloorDivision(const sql::Binary& binary);
  std::string WriteCast(const sql::Cast& cast);
  std::string WriteCase(const sql::Case& node);
  std::string WriteSubquery(const sql::Subquery& subquery);
  std::string WriteOver(const sql::Over& over);
  std::string Mark(const std::string& name, size_t number) const;
  std::string WriteChoices(const sql::BindParameter& bind, const std::string& name);
  std::string WriteChoice(const sql::Value& choice, const sql::Type& type, const std::string& name,
                          const std::string& number);
  std::string NameOf(const sql::BindParameter& bind, const void* identity);
  const void* IdentityOf(const sql::ColumnReference& column);
  std::string Placeholder(const std::string& name, const sql::Value& value, const sql::Type& type);

  const Identifiers& identifiers_;
  const TypeWriter& types_;
  const LiteralWriter& literals_;
  ExpressionPlace place_;
  std::vector<Parameter> parameters_;
  /// Numbers of those that are the choices of an IN, to be filled in when the statement is executed.
  std::set<size_t> late_;
  std::map<std::pair<const void*, std::string>, std::string> anonymous_names_;
  /// What anonymous names are given to stays alive, so that no address is met twice.
  std::vector<std::pair<sql::ColumnReference, std::unique_ptr<int>>> named_columns_;
  std::unique_ptr<QueryWriter> queries_;
  std::map<std::string, int> counters_;
  /// Inside of an operation, whose parts group themselves eagerly.
  bool in_operator_ = false;
  /// The IN whose choices are being written.
  sql::Operator expanded_operator_ = sql::Operator::kIn;
};

/// True for what any database knows to be true or false: comparisons, AND, OR.
bool IsImplicitlyBoolean(const sql::Expression& expression);

}  // namespace limbeck::dialect
