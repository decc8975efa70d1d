#include "dialect/query_writer.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::dialect {
namespace {

using sql::Expression;
using sql::From;
using sql::Operator;

constexpr std::string_view kSetOperators[] = {" UNION ",         " UNION ALL ", " INTERSECT ",
                                              " INTERSECT ALL ", " EXCEPT ",    " EXCEPT ALL "};

bool IsSameColumn(const Expression& one, const Expression& other) {
  return one.Is(other) || (one.As<sql::ColumnReference>() && other.As<sql::ColumnReference>() && one == other);
}

/// The name that a cast takes from what it casts.
std::string CastName(const Expression& expression) {
  if (const auto* cast = expression.As<sql::Cast>()) return sql::NaturalName(cast->operand);
  if (const auto* coerced = expression.As<sql::TypeCoerce>()) return sql::NaturalName(coerced->operand);
  return "";
}

std::vector<From> Without(const std::vector<From>& froms, const std::vector<From>& taken) {
  std::vector<From> left;
  for (const From& from : froms) {
    if (!sql::Contains(taken, from)) left.push_back(from);
  }
  return left;
}

std::vector<From> AllParts(const std::vector<From>& froms) {
  std::vector<From> parts;
  for (const From& from : froms) {
    for (const From& part : sql::PartsOf(from)) parts.push_back(part);
  }
  return parts;
}

/// A member of a UNION that has an order or a limit of its own, or is a UNION itself.
bool NeedsParentheses(const sql::Query& query) {
  if (query.As<sql::Compound>()) return true;
  const auto* select = query.As<sql::Select>();
  return select && (!select->order_by.empty() || select->limit || select->offset || select->fetch);
}

}  // namespace

// ------------------------------------------------------------------------------------------------ statements

std::string QueryWriter::WriteStatement(const sql::Statement& statement) {
  std::string text;
  if (const auto* plain = std::get_if<sql::Text>(&statement)) {
    text = expressions_.WriteText(*plain);
  } else if (const auto* query = std::get_if<sql::Query>(&statement)) {
    text = WriteQuery(*query, {});
  } else if (const auto* insert = std::get_if<sql::Insert>(&statement)) {
    text = Write(*insert, {});
  } else if (const auto* update = std::get_if<sql::Update>(&statement)) {
    text = Write(*update, {});
  } else {
    text = Write(std::get<sql::Delete>(statement), {});
  }
  return WithClause() + text;
}

std::string QueryWriter::WithClause() const {
  if (with_.empty()) return "";
  std::vector<std::string> texts;
  for (const With& with : with_) texts.push_back(with.text);
  return (recursive_ ? "WITH RECURSIVE " : "WITH ") + Join(texts, ", \n") + "\n ";
}

void QueryWriter::WriteAlone(const sql::CteList& ctes) {
  for (const From& cte : ctes) AddCte(cte, *cte->As<sql::CteFrom>());
}

std::string QueryWriter::WriteQuery(const sql::Query& query, Place place) {
  return std::visit([&](const auto& kind) { return Write(kind, place); }, query.data);
}

std::string QueryWriter::Write(const sql::TextQuery& query, Place) {
  return expressions_.WriteText(query.text);
}

std::string QueryWriter::Write(const sql::ValuesFrom& values, Place) {
  return ValueRows(values);
}

// ------------------------------------------------------------------------------------------------ SELECT

std::vector<From> QueryWriter::VisibleFroms(const sql::Select& select, Place place) const {
  std::vector<From> froms = sql::FromsOf(select);
  if (scopes_.empty()) return froms;
  const Scope& around = scopes_.back();
  const bool apart = place.as_from && !place.lateral;
  const std::vector<From> visible = apart ? Without(around.visible, around.own) : around.visible;
  if (select.correlate) {
    std::vector<From> taken;
    for (const From& from : *select.correlate) {
      if (sql::Contains(visible, from)) taken.push_back(from);
    }
    return Without(froms, taken);
  }
  if (select.correlate_except) return Without(froms, Without(visible, *select.correlate_except));
  if (apart || around.own.empty() || froms.size() < 2) return froms;
  froms = Without(froms, around.own);
  if (froms.empty()) {
    throw sql::InvalidRequestError(
        "Select statement returned no FROM clauses due to auto-correlation; specify correlate(<tables>) to control "
        "correlation manually.");
  }
  return froms;
}

std::string QueryWriter::Write(const sql::Select& select, Place place) {
  const std::vector<From> froms = VisibleFroms(select, place);
  Scope scope{.own = AllParts(froms), .visible = {}, .columns = &select.columns, .froms = &froms};
  scope.visible = scope.own;
  if (!scopes_.empty()) {
    const std::vector<From>& outer = scopes_.back().visible;
    scope.visible.insert(scope.visible.end(), outer.begin(), outer.end());
  }
  scopes_.push_back(std::move(scope));
  WriteAlone(select.ctes);
  std::string text = SelectHead(select) + SelectColumns(select, place.as_from);
  text += SelectTail(select, froms);
  scopes_.pop_back();
  return text;
}

std::string QueryWriter::Prefixes(const std::vector<sql::Text>& prefixes) {
  std::string text;
  for (const sql::Text& prefix : prefixes) text += expressions_.WriteText(prefix) + " ";
  return text;
}

std::string QueryWriter::SelectHead(const sql::Select& select) {
  std::string text = "SELECT " + Prefixes(select.prefixes);
  const bool can_be_distinct_on = expressions_.DialectName() == "postgresql";
  if (!select.distinct_on.empty() && can_be_distinct_on) {
    return text + "DISTINCT ON (" + expressions_.List(select.distinct_on, ", ") + ") ";
  }
  return select.distinct || !select.distinct_on.empty() ? text + "DISTINCT " : text;
}

std::string QueryWriter::SelectColumns(const sql::Select& select, bool as_from) {
  std::map<std::string, Expression> names;
  std::vector<std::string> columns;
  int repeats = 0;
  for (const Expression& column : select.columns) {
    if (column.As<sql::Text>()) {
      columns.push_back(expressions_.Write(column));
      continue;
    }
    std::string required;
    std::string natural = sql::NaturalName(column);
    const auto* reference = column.As<sql::ColumnReference>();
    if (select.table_labels && reference) {
      const std::string table = reference->table.empty() ? "" : reference->table.text + "_";
      required = natural = table + natural;
    }
    const bool is_cast = natural.empty();
    if (is_cast) required = natural = CastName(column);
    const void* identity = expressions_.IdentityOf(column.node());
    if (!natural.empty()) {
      const auto [found, is_new] = names.emplace(natural, column);
      if (!is_new && is_cast) {
        required = natural + "__" + std::to_string(++repeats);
      } else if (!is_new && !IsSameColumn(found->second, column)) {
        required = expressions_.AnonymousName(identity, natural);
        if (!names.emplace(required, column).second) required = natural + "__" + std::to_string(++repeats);
      } else if (!is_new) {
        required = natural + "__" + std::to_string(++repeats);
      }
    } else if (reference == nullptr) {
      const std::string anonymous = "\n" + std::to_string(reinterpret_cast<uintptr_t>(identity));
      if (!names.emplace(anonymous, column).second) {
        columns.push_back(
            WriteLabelled(column, "", sql::AnonymousHint(column) + "__" + std::to_string(++repeats), as_from));
        continue;
      }
    }
    columns.push_back(WriteLabelled(column, required, "", as_from));
  }
  return Join(columns, ", ");
}

/// A column of a SELECT with the label it needs; without one where its own name does. The label is made before the
/// expression is written, since both take numbers from the same counters.
std::string QueryWriter::WriteLabelled(const Expression& column, const std::string& required,
                                       const std::string& fallback, bool as_from) {
  const Identifiers& identifiers = expressions_.identifiers();
  if (const auto* label = column.As<sql::Label>()) {
    return expressions_.Write(label->operand) + " AS " + identifiers.Quote(label->name);
  }
  if (!required.empty()) return expressions_.Write(column) + " AS " + identifiers.Quote(sql::Name(required));
  if (column.As<sql::LiteralColumn>()) return expressions_.Write(column);
  if (const auto* reference = column.As<sql::ColumnReference>()) {
    const bool labelled = as_from && (reference->from || !reference->table.empty());
    std::string text = expressions_.Write(column);
    return labelled ? text + " AS " + expressions_.ColumnName(*reference) : text;
  }
  const auto* unary = column.As<sql::Unary>();
  const auto* condition = column.As<sql::AsBoolean>();
  const Expression* operand = unary ? &unary->operand : condition ? &condition->operand : nullptr;
  const bool wraps_name = operand && !sql::NaturalName(*operand).empty();
  const bool is_comparison_here = condition && !expressions_.HasBooleans();
  if (wraps_name && !is_comparison_here && !as_from) return expressions_.Write(column);
  const std::string name =
      fallback.empty() ? expressions_.AnonymousName(expressions_.IdentityOf(column.node()), sql::AnonymousHint(column))
                       : fallback;
  return expressions_.Write(column) + " AS " + identifiers.Quote(sql::Name(name));
}

std::string QueryWriter::FromList(const std::vector<From>& froms) {
  std::vector<std::string> texts;
  for (const From& from : froms) texts.push_back(WriteFrom(from));
  return Join(texts, ", ");
}

std::string QueryWriter::Conditions(std::string_view word, const std::vector<Expression>& conditions) {
  if (conditions.empty()) return "";
  const std::string text = expressions_.Write(sql::And(conditions));
  return text.empty() ? "" : std::string(word) + text;
}

std::string QueryWriter::SelectTail(const sql::Select& select, const std::vector<From>& froms) {
  std::string text = froms.empty() ? "" : " \nFROM " + FromList(froms);
  text += Conditions(" \nWHERE ", select.where);
  text += OrderList(" GROUP BY ", select.group_by);
  text += Conditions(" \nHAVING ", select.having);
  text += OrderList(" ORDER BY ", select.order_by);
  if (select.fetch) {
    if (select.offset) text += "\n OFFSET (" + expressions_.Write(*select.offset) + ") ROWS";
    text += "\n FETCH FIRST (" + expressions_.Write(select.fetch->count) + ")" +
            (select.fetch->percent ? " PERCENT" : "") + " ROWS " + (select.fetch->with_ties ? "WITH TIES" : "ONLY");
  } else if (select.limit || select.offset) {
    text += expressions_.LimitText(select.limit, select.offset);
  }
  if (select.lock) text += expressions_.LockText(*select.lock);
  if (!select.suffixes.empty()) text += " " + Prefixes(select.suffixes);
  return text;
}

std::string QueryWriter::OrderList(std::string_view word, const std::vector<Expression>& items) {
  if (items.empty()) return "";
  std::vector<std::string> texts;
  for (const Expression& item : items)
    texts.push_back(word == " ORDER BY " ? OrderItem(item) : expressions_.Write(item));
  return std::string(word) + Join(texts, ", ");
}

/// A label of the query stands in ORDER BY by its name.
std::string QueryWriter::OrderItem(const Expression& item) {
  const auto* unary = item.As<sql::Unary>();
  if (unary && unary->op == Operator::kNone && unary->modifier != Operator::kCustom) {
    return OrderItem(unary->operand) + std::string(sql::OperatorText(unary->modifier));
  }
  const auto* label = item.As<sql::Label>();
  if (label && !scopes_.empty() && scopes_.back().columns) {
    for (const Expression& column : *scopes_.back().columns) {
      const auto* selected = column.As<sql::Label>();
      if (selected && selected->name == label->name) return expressions_.identifiers().Quote(label->name);
    }
  }
  return expressions_.Write(item);
}

std::string QueryWriter::WriteNamed(const std::string& name) {
  // Of an index, not of a query.
  if (scopes_.empty()) return name;
  if (!scopes_.empty() && scopes_.back().columns) {
    for (const Expression& column : *scopes_.back().columns) {
      if (sql::NaturalName(column) != name) continue;
      const auto* label = column.As<sql::Label>();
      return label ? expressions_.identifiers().Quote(label->name) : expressions_.Write(column);
    }
  }
  if (!scopes_.empty() && scopes_.back().froms) {
    for (const From& from : *scopes_.back().froms) {
      for (const Expression& column : sql::ColumnsOf(from)) {
        if (sql::NaturalName(column) == name) return expressions_.Write(column);
      }
    }
  }
  throw sql::CompileError(
      "Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression " +
      PythonRepr(name) + " should be explicitly declared as text(" + PythonRepr(name) + ")");
}

std::string QueryWriter::Write(const sql::Compound& compound, Place place) {
  WriteAlone(compound.ctes);
  std::vector<std::string> parts;
  for (const auto& query : compound.queries) {
    const bool grouped = NeedsParentheses(*query);
    const std::string part = WriteQuery(*query, {.as_from = place.as_from, .compound_part = true});
    parts.push_back(grouped ? "(" + part + ")" : part);
  }
  std::string text = Join(parts, std::string(kSetOperators[static_cast<size_t>(compound.op)]));
  Scope scope;
  if (!scopes_.empty()) scope = scopes_.back();
  scope.columns = &sql::SelectedColumns(*compound.queries.front());
  scopes_.push_back(scope);
  const bool outer = expressions_.SetIncludeTable(false);
  text += OrderList(" GROUP BY ", compound.group_by);
  text += OrderList(" ORDER BY ", compound.order_by);
  if (compound.limit || compound.offset) text += expressions_.LimitText(compound.limit, compound.offset);
  if (compound.lock) text += expressions_.LockText(*compound.lock);
  expressions_.SetIncludeTable(outer);
  scopes_.pop_back();
  return text;
}

// ------------------------------------------------------------------------------------------------ FROM

std::string QueryWriter::WriteFrom(const From& from) {
  return std::visit([&](const auto& item) { return WriteItem(from, item); }, from->data);
}

namespace {

struct NameHint {
  std::string operator()(const sql::TableFrom& table) const { return table.name.text; }
  std::string operator()(const sql::CteFrom& cte) const { return cte.name.empty() ? "anon" : cte.name.text; }
  std::string operator()(const sql::AliasFrom& alias) const {
    return alias.name.empty() ? std::visit(*this, alias.element->data) : alias.name.text;
  }
  template <typename T>
  std::string operator()(const T&) const {
    return "anon";
  }
};

const sql::Name* GivenName(const sql::FromItem& item) {
  return std::visit(
      [](const auto& kind) -> const sql::Name* {
        if constexpr (requires { kind.name; }) return &kind.name;
        return nullptr;
      },
      item.data);
}

/// A recursive CTE and its first part have one name.
const From& OriginOf(const From& from) {
  const auto* cte = from->As<sql::CteFrom>();
  return cte != nullptr && cte->restates ? OriginOf(cte->restates) : from;
}

}  // namespace

std::string QueryWriter::NameOf(const From& from) {
  const Identifiers& identifiers = expressions_.identifiers();
  if (const auto* table = from->As<sql::TableFrom>()) return identifiers.Table(table->name, table->schema);
  const sql::Name* name = GivenName(*from);
  if (name == nullptr) return "";
  if (!name->empty()) return identifiers.Quote(*name);
  const auto* alias = from->As<sql::AliasFrom>();
  std::string hint = "anon";
  if (alias != nullptr) hint = std::visit(NameHint(), alias->element->data);
  return identifiers.Quote(sql::Name(expressions_.AnonymousName(OriginOf(from).get(), hint)));
}

std::string QueryWriter::WriteItem(const From&, const sql::TableFrom& table) {
  return expressions_.identifiers().Table(table.name, table.schema);
}

std::string QueryWriter::WriteItem(const From& from, const sql::AliasFrom& alias) {
  const std::string name = NameOf(from);
  return WriteFrom(alias.element) + " AS " + name;
}

std::string QueryWriter::WriteItem(const From&, const sql::JoinFrom& join) {
  const std::string left = WriteFrom(join.left);
  std::string right = WriteFrom(join.right);
  if (join.right->As<sql::JoinFrom>()) right = "(" + right + ")";
  const char* word = join.full ? " FULL OUTER JOIN " : join.outer ? " LEFT OUTER JOIN " : " JOIN ";
  return left + word + right + " ON " + expressions_.Write(sql::SelfGroup(join.on, Operator::kAsBoolean));
}

std::string QueryWriter::WriteItem(const From& from, const sql::QueryFrom& query) {
  const std::string name = NameOf(from);
  const std::string text = WriteQuery(*query.query, {.as_from = true, .lateral = query.lateral});
  return (query.lateral ? "LATERAL (" : "(") + text + ") AS " + name;
}

std::string QueryWriter::WriteItem(const From& from, const sql::CteFrom& cte) {
  AddCte(from, cte);
  return NameOf(from);
}

void QueryWriter::AddCte(const From& from, const sql::CteFrom& cte) {
  for (auto with = with_.begin(); with != with_.end(); ++with) {
    const auto& known = *with->cte->As<sql::CteFrom>();
    if (with->cte == from || known.restates == from) return;
    if (cte.restates == with->cte) {
      with_.erase(with);
      break;
    }
    if (!cte.name.empty() && known.name == cte.name) {
      throw sql::CompileError("Multiple, unrelated CTEs found with the same name: " + PythonRepr(cte.name.text));
    }
  }
  // Its place is behind those that it reads from; until then it is known, for what reads itself.
  static const std::string kBeingWritten;
  std::string text = NameOf(from);
  with_.push_back({from, kBeingWritten});
  if (cte.recursive || cte.names_columns) {
    recursive_ = recursive_ || cte.recursive;
    std::vector<std::string> names;
    for (const sql::QueryColumn& column : sql::ColumnsOf(*cte.query)) {
      names.push_back(expressions_.identifiers().Quote(
          column.name.empty()
              ? sql::Name(expressions_.AnonymousName(expressions_.IdentityOf(column.expression.node()), column.hint))
              : column.name));
    }
    text += "(" + Join(names, ", ") + ")";
  }
  text += " AS ";
  if (cte.materialized) text += *cte.materialized ? "MATERIALIZED " : "NOT MATERIALIZED ";
  text += "\n(" + WriteQuery(*cte.query, {.as_from = true}) + ")";
  const auto own = std::find_if(with_.begin(), with_.end(), [&](const With& with) { return with.cte == from; });
  with_.erase(own);
  with_.push_back({from, std::move(text)});
}

std::string QueryWriter::ValueRows(const sql::ValuesFrom& values) {
  const bool outer = values.literal_binds && expressions_.SetLiteralBinds(true);
  std::vector<std::string> rows;
  for (const std::vector<Expression>& row : values.rows) rows.push_back("(" + expressions_.List(row, ", ") + ")");
  if (values.literal_binds) expressions_.SetLiteralBinds(outer);
  return "VALUES " + Join(rows, ", ");
}

std::string QueryWriter::WriteItem(const From&, const sql::ValuesFrom& values) {
  const std::string text = (values.lateral ? "LATERAL (" : "(") + ValueRows(values) + ")";
  if (values.name.empty()) return text;
  std::vector<std::string> columns;
  for (const sql::Name& column : values.columns) columns.push_back(expressions_.identifiers().Quote(column));
  return text + " AS " + expressions_.identifiers().Quote(values.name) + " (" + Join(columns, ", ") + ")";
}

std::string QueryWriter::WriteItem(const From& from, const sql::FunctionFrom& function) {
  const std::string name = NameOf(from);
  std::string text = (function.lateral ? "LATERAL " : "") + expressions_.Write(function.function);
  if (function.with_ordinality) text += " WITH ORDINALITY";
  text += " AS " + name;
  if (!function.names_columns) return text;
  std::vector<std::string> columns;
  for (size_t i = 0; i < function.columns.size(); ++i) {
    std::string column = expressions_.identifiers().Quote(function.columns[i]);
    if (function.with_types) column += " " + expressions_.types().Text(function.types[i]);
    columns.push_back(std::move(column));
  }
  return text + "(" + Join(columns, ", ") + ")";
}

std::string QueryWriter::WriteItem(const From&, const sql::TextFrom& text) {
  return expressions_.WriteText(text.text);
}

// ------------------------------------------------------------------------------------------------ changes of rows

std::string QueryWriter::InsertBody(const sql::Insert& insert) {
  const Identifiers& identifiers = expressions_.identifiers();
  std::vector<std::string> columns;
  if (insert.query) {
    for (const sql::Name& column : insert.columns) columns.push_back(identifiers.Quote(column));
    return " (" + Join(columns, ", ") + ") " + WriteQuery(*insert.query, {});
  }
  if (insert.values.empty()) return " DEFAULT VALUES";
  std::vector<Expression> first;
  for (const sql::Assignment& assignment : insert.values) {
    columns.push_back(identifiers.Quote(assignment.column));
    first.push_back(sql::SelfGroup(assignment.value));
  }
  std::string text = " (" + Join(columns, ", ") + ") VALUES (" + expressions_.List(first, ", ") + ")";
  for (const std::vector<Expression>& row : insert.more_rows) text += ", (" + expressions_.List(row, ", ") + ")";
  return text;
}

std::string QueryWriter::ConflictTarget(const sql::OnConflict& conflict) {
  if (conflict.constraint) return "ON CONSTRAINT " + expressions_.identifiers().Quote(*conflict.constraint) + " ";
  if (conflict.target.empty()) return "";
  const bool outer = expressions_.SetIncludeTable(false);
  std::string text = "(" + expressions_.List(conflict.target, ", ") + ") ";
  if (conflict.target_where) text += "WHERE " + expressions_.Write(*conflict.target_where) + " ";
  expressions_.SetIncludeTable(outer);
  return text;
}

std::string QueryWriter::ConflictText(const sql::OnConflict& conflict) {
  const std::string text = " ON CONFLICT " + ConflictTarget(conflict);
  if (!conflict.updates) return text + "DO NOTHING";
  std::string action = text + "DO UPDATE SET " + Assignments(conflict.set, " = ");
  if (conflict.where) action += " WHERE " + expressions_.Write(*conflict.where);
  return action;
}

std::string QueryWriter::Returning(const std::vector<Expression>& returned) {
  if (returned.empty()) return "";
  const bool outer = expressions_.SetIncludeTable(expressions_.ReturningNamesTable());
  const sql::Select select{.columns = returned};
  std::string text = " RETURNING " + SelectColumns(select, false);
  expressions_.SetIncludeTable(outer);
  return text;
}

std::string QueryWriter::Write(const sql::Insert& insert, Place) {
  const From table = sql::MakeFrom(sql::TableFrom{insert.table, insert.schema});
  scopes_.push_back({.own = {table}, .visible = {table}});
  WriteAlone(insert.ctes);
  std::string text = "INSERT " + Prefixes(insert.prefixes) + "INTO " + WriteFrom(table) + InsertBody(insert);
  if (insert.on_conflict) text += ConflictText(*insert.on_conflict);
  std::vector<Expression> returned = insert.returned;
  if (expressions_.ReturnsNewKeys(insert)) {
    returned.insert(returned.end(), insert.new_keys.begin(), insert.new_keys.end());
  }
  text += Returning(returned);
  scopes_.pop_back();
  return text;
}

std::string QueryWriter::Assignments(const std::vector<sql::Assignment>& values, std::string_view separator) {
  std::vector<std::string> texts;
  for (const sql::Assignment& assignment : values) {
    texts.push_back(expressions_.identifiers().Quote(assignment.column) + std::string(separator) +
                    expressions_.Write(sql::SelfGroup(assignment.value)));
  }
  return Join(texts, ", ");
}

std::vector<From> QueryWriter::FurtherFroms(const From& table, const std::vector<Expression>& where,
                                            const std::vector<sql::Assignment>& values) const {
  std::vector<From> seen = {table};
  const auto add = [&](const Expression& expression) {
    for (const From& from : sql::FromsOf(expression)) {
      if (!sql::Contains(seen, from)) seen.push_back(from);
    }
  };
  for (const Expression& condition : where) add(condition);
  for (const sql::Assignment& assignment : values) add(assignment.value);
  seen.erase(seen.begin());
  return seen;
}

std::string QueryWriter::Write(const sql::Update& update, Place) {
  const std::vector<From> further = FurtherFroms(update.table, update.where, update.values);
  std::vector<From> own = further;
  own.insert(own.begin(), update.table);
  scopes_.push_back({.own = own, .visible = own});
  WriteAlone(update.ctes);
  std::string text = "UPDATE " + Prefixes(update.prefixes) + WriteFrom(update.table) + " SET ";
  text += Assignments(update.values, "=");
  if (!further.empty()) text += " FROM " + FromList(further);
  text += Conditions(" WHERE ", update.where) + Returning(update.returned);
  scopes_.pop_back();
  return text;
}

std::string QueryWriter::Write(const sql::Delete& deletion, Place) {
  const std::vector<From> further = FurtherFroms(deletion.table, deletion.where, {});
  std::vector<From> own = further;
  own.insert(own.begin(), deletion.table);
  scopes_.push_back({.own = own, .visible = own});
  WriteAlone(deletion.ctes);
  std::string text = "DELETE " + Prefixes(deletion.prefixes) + "FROM " + WriteFrom(deletion.table);
  if (!further.empty()) text += expressions_.DeleteUsing(FromList(further));
  text += Conditions(" WHERE ", deletion.where) + Returning(deletion.returned);
  scopes_.pop_back();
  return text;
}

}  // namespace limbeck::dialect
