#include <algorithm>
#include <set>

#include "sql/statement.h"

namespace limbeck::sql {
namespace {

const Expression* Wrapped(const Expression& expression) {
  if (const auto* cast = expression.As<Cast>()) return &cast->operand;
  if (const auto* coerced = expression.As<TypeCoerce>()) return &coerced->operand;
  return nullptr;
}

/// The key in `.c` of a value: its name, a function's name, or nothing.
std::string KeyInQuery(const Expression& expression) {
  std::string name = NaturalName(expression);
  if (name.empty()) {
    if (const Expression* inner = Wrapped(expression)) name = NaturalName(*inner);
  }
  if (name.empty()) {
    if (const auto* function = expression.As<Function>()) return function->path.back().text;
  }
  return name.empty() ? "_no_label" : name;
}

QueryColumn DescribeColumn(const Expression& expression, std::set<std::string>& names) {
  QueryColumn column{.key = KeyInQuery(expression), .expression = expression, .type = TypeOf(expression)};
  std::string name = NaturalName(expression);
  if (name.empty()) {
    if (const Expression* inner = Wrapped(expression)) name = NaturalName(*inner);
  }
  if (name.empty()) {
    column.hint = AnonymousHint(expression);
  } else if (names.insert(name).second) {
    column.name = Name(name);
    if (const auto* reference = expression.As<ColumnReference>()) column.name = reference->name;
    if (const auto* label = expression.As<Label>()) column.name = label->name;
  } else {
    column.hint = name;
    column.key += "_1";
  }
  return column;
}

Expression ReferenceTo(const QueryColumn& column, const From& from) {
  ColumnReference reference;
  reference.name = column.name;
  reference.type = column.type;
  reference.from = from;
  if (column.name.empty()) {
    reference.hint = column.hint;
    reference.named_after = column.expression.shared();
  }
  return reference;
}

std::vector<Expression> References(const Query& query, const From& from) {
  std::vector<Expression> columns;
  for (const QueryColumn& column : ColumnsOf(query)) columns.push_back(ReferenceTo(column, from));
  return columns;
}

std::vector<Expression> References(const std::vector<Name>& names, const std::vector<Type>& types, const From& from) {
  std::vector<Expression> columns;
  for (size_t i = 0; i < names.size(); ++i) {
    ColumnReference column;
    column.name = names[i];
    if (i < types.size()) column.type = types[i];
    column.from = from;
    columns.emplace_back(column);
  }
  return columns;
}

void AddNew(const std::vector<From>& more, std::vector<From>& froms) {
  for (const From& from : more) {
    if (!Contains(froms, from)) froms.push_back(from);
  }
}

/// What a join, or the completed form of a recursive CTE, stands for already.
bool IsHidden(const From& from, const std::vector<From>& froms) {
  return std::any_of(froms.begin(), froms.end(), [&](const From& other) {
    if (IsSame(from, other)) return false;
    const auto* cte = other->As<CteFrom>();
    if (cte != nullptr && cte->restates == from) return true;
    return Contains(PartsOf(other), from);
  });
}

}  // namespace

std::string AnonymousHint(const Expression& expression) {
  if (const auto* function = expression.As<Function>()) return function->path.back().text;
  if (expression.As<NextValue>()) return "next_value";
  return "anon";
}

std::string NaturalName(const Expression& expression) {
  if (const auto* column = expression.As<ColumnReference>()) return column->name.text;
  if (const auto* literal = expression.As<LiteralColumn>()) return literal->sql;
  if (const auto* label = expression.As<Label>()) return label->name.text;
  return "";
}

const std::vector<Expression>& SelectedColumns(const Query& query) {
  static const std::vector<Expression> kNone;
  if (const auto* select = query.As<Select>()) return select->columns;
  if (const auto* text = query.As<TextQuery>()) return text->columns;
  if (const auto* compound = query.As<Compound>()) return SelectedColumns(*compound->queries.front());
  if (const auto* insert = query.As<Insert>()) return insert->returned;
  if (const auto* update = query.As<Update>()) return update->returned;
  if (const auto* deletion = query.As<Delete>()) return deletion->returned;
  return kNone;
}

std::vector<QueryColumn> ColumnsOf(const Query& query) {
  std::vector<QueryColumn> columns;
  if (const auto* values = query.As<ValuesFrom>()) {
    for (size_t i = 0; i < values->columns.size(); ++i) {
      columns.push_back({values->columns[i].text, values->columns[i], "", Expression(Constant::kNull),
                         i < values->types.size() ? values->types[i] : Type()});
    }
    return columns;
  }
  std::set<std::string> names;
  for (const Expression& expression : SelectedColumns(query)) columns.push_back(DescribeColumn(expression, names));
  return columns;
}

std::vector<Expression> ColumnsOf(const From& from) {
  if (const auto* subquery = from->As<QueryFrom>()) return References(*subquery->query, from);
  if (const auto* cte = from->As<CteFrom>()) return References(*cte->query, from);
  if (const auto* values = from->As<ValuesFrom>()) return References(values->columns, values->types, from);
  if (const auto* function = from->As<FunctionFrom>()) return References(function->columns, function->types, from);
  return {};
}

std::vector<From> FromsOf(const Select& select) {
  std::vector<From> all = select.froms;
  for (const auto* expressions : {&select.columns, &select.where}) {
    for (const Expression& expression : *expressions) AddNew(FromsOf(expression), all);
  }
  std::vector<From> froms;
  for (const From& from : all) {
    if (!IsHidden(from, all)) froms.push_back(from);
  }
  return froms;
}

}  // namespace limbeck::sql
