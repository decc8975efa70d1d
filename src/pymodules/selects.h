#pragma once

#include <string>
#include <utility>
#include <vector>

#include "python/interpreter.h"
#include "sql/statement.h"

// select(), what it reads from, and what is made of it: subqueries, CTEs, aliases, joins, VALUES.

namespace limbeck::pymodules {

/// An item of FROM that is no Table: an alias, a join, a subquery.
struct FromState : python::NativeState {
  sql::From from;
  /// `.c`, by key.
  std::vector<std::pair<std::string, python::Value>> columns;
  /// The Tables in it, whose foreign keys tell how to join it, and what each is called here.
  std::vector<std::pair<python::Value, sql::From>> tables;
};

/// A select, a union, text().columns().
struct QueryState : python::NativeState {
  explicit QueryState(sql::Query made) : query(std::move(made)), expression(sql::Subquery{query, {}}) {}
  sql::Query query;
  /// As a value in an expression.
  sql::Expression expression;
  std::vector<std::pair<python::Value, sql::From>> tables;
  /// What select() was given: a session makes objects of the mapped classes among it.
  std::vector<python::Value> entities;
  /// A dict of what execution_options() was given; empty before.
  python::Value execution_options;
};

/// The item of FROM that a value means: a Table, an alias, a mapped class, text(); null for others.
sql::From FindFrom(python::Interpreter& interpreter, const python::Value& value);

/// The columns that a value means in a select or RETURNING: a Table's are all of them.
std::vector<sql::Expression> ReadColumns(python::Interpreter& interpreter, const python::Value& value);
std::vector<sql::Expression> ReadAllColumns(python::Interpreter& interpreter, const std::vector<python::Value>& values);

/// A condition: an expression, True or False.
sql::Expression ReadCondition(python::Interpreter& interpreter, const python::Value& value);

/// The query of a value, or null.
const sql::Query* FindQuery(const python::Value& value);
/// What execution_options() of a select were given, a dict; empty for other values.
python::Value StatementOptions(const python::Value& value);
python::Value WrapQuery(sql::Query query);
python::Value WrapFrom(python::Interpreter& interpreter, sql::From from);

/// A CTE of what gives rows.
python::Value MakeCte(python::Interpreter& interpreter, python::Arguments& arguments, sql::Query query);
/// The CTEs that add_cte() is given.
void ReadCtes(const std::vector<python::Value>& values, sql::CteList& ctes);

/// table.alias(), .join(), .outerjoin(), .select(): of a Table and of what is read like one.
python::Value AliasMethod(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value JoinMethod(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value OuterJoinMethod(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value SelectMethod(python::Interpreter& interpreter, python::Arguments& arguments);

/// query.scalar_subquery().METHOD and func.f().table_valued(): methods of expressions about queries.
python::Value TableValuedMethod(python::Interpreter& interpreter, python::Arguments& arguments);
/// func.f().alias("x"), of which `.column` is read, and func.f().column_valued("x"), which is that column.
python::Value FunctionAliasMethod(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value FunctionColumnMethod(python::Interpreter& interpreter, python::Arguments& arguments);
/// text(...).columns(...)
python::Value TextColumnsMethod(python::Interpreter& interpreter, python::Arguments& arguments);

/// select, exists, union, alias, join, lateral, table, values, ...
void AddSelects(python::ModuleObject& module);

}  // namespace limbeck::pymodules
