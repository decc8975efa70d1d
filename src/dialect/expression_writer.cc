#include "dialect/expression_writer.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "dialect/query_writer.h"
#include "sql/errors.h"
#include "sql/operators.h"
#include "sql/result_type.h"
#include "sql/statement.h"
#include "sql/text_parameters.h"

namespace limbeck::dialect {

using sql::Expression;
using sql::Operator;

namespace {

// An anonymous parameter's name as far as it may go into a statement.
std::string SanitizedHint(std::string_view hint) {
  std::string clean;
  for (char c : hint) {
    bool special = std::string_view("%() $").find(c) != std::string_view::npos;
    if (!special) {
      clean += c;
    } else if (clean.empty() || clean.back() != '_') {
      clean += '_';
    }
  }
  while (clean.ends_with('_')) clean.pop_back();
  return clean.substr(std::min(clean.find_first_not_of('_'), clean.size()));
}

std::string EscapedName(std::string name) {
  constexpr std::string_view kSpecial = "%():.[] ";
  constexpr std::string_view kEscaped = "PAZC____";
  for (char& c : name) {
    size_t found = kSpecial.find(c);
    if (found != std::string_view::npos) c = kEscaped[found];
  }
  return name;
}

// Generic functions that are written in capitals, and without parentheses when they have no arguments.
constexpr std::string_view kBareFunctions[] = {"current_date",   "current_time", "current_timestamp", "current_user",
                                               "localtimestamp", "localtime",    "session_user",      "user"};

std::optional<std::string> BareFunctionText(const sql::Function& function) {
  if (function.path.size() != 1) return std::nullopt;
  const std::string& name = function.path[0].text;
  if (name == "sysdate" && function.arguments.empty()) return name;
  for (std::string_view bare : kBareFunctions) {
    if (name == bare) return ToUpper(name);
  }
  if (name == "cube" || name == "rollup") return ToUpper(name);
  if (name == "grouping_sets") return "GROUPING SETS";
  return std::nullopt;
}

constexpr PatternForm kPatternForms[] = {
    {Operator::kContains, true, true, false, false},    {Operator::kNotContains, true, true, false, true},
    {Operator::kIcontains, true, true, true, false},    {Operator::kNotIcontains, true, true, true, true},
    {Operator::kStartsWith, false, true, false, false}, {Operator::kNotStartsWith, false, true, false, true},
    {Operator::kIstartsWith, false, true, true, false}, {Operator::kNotIstartsWith, false, true, true, true},
    {Operator::kEndsWith, true, false, false, false},   {Operator::kNotEndsWith, true, false, false, true},
    {Operator::kIendsWith, true, false, true, false},   {Operator::kNotIendsWith, true, false, true, true},
};

const PatternForm* FindPatternForm(Operator op) {
  for (const PatternForm& form : kPatternForms) {
    if (form.op == op) return &form;
  }
  return nullptr;
}

std::string Parenthesized(const std::string& text) {
  return "(" + text + ")";
}

// Around the number of a parameter, until the whole statement is there.
constexpr char kMarkStart = '\x01';
constexpr char kMarkEnd = '\x02';

}  // namespace

ExpressionWriter::ExpressionWriter(const Identifiers& identifiers, const TypeWriter& types,
                                   const LiteralWriter& literals, ExpressionPlace place)
    : identifiers_(identifiers),
      types_(types),
      literals_(literals),
      place_(place),
      queries_(std::make_unique<QueryWriter>(*this)) {}

ExpressionWriter::~ExpressionWriter() = default;

bool IsImplicitlyBoolean(const Expression& expression) {
  if (const auto* binary = expression.As<sql::Binary>()) {
    return sql::IsBoolean(binary->op) || binary->custom_is_comparison;
  }
  if (const auto* list = expression.As<sql::ClauseList>()) return sql::IsBoolean(list->op);
  if (const auto* grouping = expression.As<sql::Grouping>()) return IsImplicitlyBoolean(grouping->operand);
  return false;
}

// One line for each kind of node.
struct ExpressionWriter::NodeWriter {
  ExpressionWriter& writer;
  const void* identity;

  std::string operator()(const sql::Constant& node) const {
    if (node == sql::Constant::kNull) return "NULL";
    return std::string(node == sql::Constant::kTrue ? writer.literals_.True() : writer.literals_.False());
  }
  std::string operator()(const sql::BindParameter& node) const { return writer.WriteBind(node, identity); }
  std::string operator()(const sql::Text& node) const { return writer.WriteText(node); }
  std::string operator()(const sql::LiteralColumn& node) const { return writer.identifiers_.Percents(node.sql); }
  std::string operator()(const sql::ColumnReference& node) const { return writer.WriteColumn(node); }
  std::string operator()(const sql::Function& node) const { return writer.WriteFunction(node); }
  std::string operator()(const sql::Unary& node) const { return writer.WriteUnary(node); }
  std::string operator()(const sql::Binary& node) const { return writer.WriteBinary(node); }
  std::string operator()(const sql::ClauseList& node) const { return writer.WriteClauses(node); }
  std::string operator()(const sql::Grouping& node) const { return Parenthesized(writer.Write(node.operand)); }
  std::string operator()(const sql::AsBoolean& node) const { return writer.WriteCondition(node); }
  std::string operator()(const sql::Cast& node) const { return writer.WriteCast(node); }
  std::string operator()(const sql::TypeCoerce& node) const { return writer.Write(node.operand); }
  std::string operator()(const sql::Collation& node) const { return writer.identifiers_.Quote(node.name); }
  std::string operator()(const sql::Case& node) const { return writer.WriteCase(node); }
  std::string operator()(const sql::Extract& node) const { return writer.WriteExtract(node); }
  std::string operator()(const sql::Label& node) const { return writer.Write(node.operand); }
  std::string operator()(const sql::Tuple& node) const { return Parenthesized(writer.List(node.items, ", ")); }
  std::string operator()(const sql::ArrayLiteral& node) const { return writer.WriteArray(node); }
  std::string operator()(const sql::Slice& node) const {
    const std::string start = writer.Write(node.start);
    return start + ":" + writer.Write(node.stop);
  }
  std::string operator()(const sql::NextValue& node) const { return writer.WriteNextValue(node); }
  std::string operator()(const sql::AggregateOrderBy& node) const {
    const std::string target = writer.Write(node.target);
    return target + " ORDER BY " + writer.Write(node.order_by);
  }
  std::string operator()(const sql::Subquery& node) const { return writer.WriteSubquery(node); }
  std::string operator()(const sql::Over& node) const { return writer.WriteOver(node); }
  std::string operator()(const sql::Filtered& node) const {
    std::string operand = writer.Write(node.operand);
    return operand + " FILTER (WHERE " + writer.Write(node.condition) + ")";
  }
  std::string operator()(const sql::WithinGroup& node) const {
    std::string operand = writer.Write(node.operand);
    return operand + " WITHIN GROUP (ORDER BY " + writer.List(node.order_by, ", ") + ")";
  }
  std::string operator()(const sql::NameReference& node) const { return writer.queries_->WriteNamed(node.name); }
};

std::string ExpressionWriter::Write(const Expression& expression) {
  return std::visit(NodeWriter{*this, &expression.node()}, expression.node().data);
}

std::string ExpressionWriter::List(const std::vector<Expression>& items, std::string_view separator) {
  std::string text;
  for (const Expression& item : items) {
    std::string part = Write(item);
    if (!text.empty() && !part.empty()) text += separator;
    text += part;
  }
  return text;
}

std::string ExpressionWriter::WriteText(const sql::Text& text) {
  return sql::ReplaceTextParameters(identifiers_.Percents(text.sql), [&](const std::string& name) {
    for (const sql::BindParameter& bind : text.binds) {
      if (bind.key == name) return WriteBind(bind, &bind);
    }
    return WriteBind(sql::BindParameter{.key = name, .required = true}, nullptr);
  });
}

bool ExpressionWriter::ReturnsNewKeys(const sql::Insert& insert) const {
  return !insert.new_keys.empty();
}

std::string ExpressionWriter::ColumnName(const sql::ColumnReference& column) {
  if (!column.named_after) return identifiers_.Quote(column.name);
  return identifiers_.Quote(AnonymousName(IdentityOf(*column.named_after), column.hint));
}

std::string ExpressionWriter::WriteColumn(const sql::ColumnReference& column) {
  std::string name = ColumnName(column);
  if (!place_.include_table) return name;
  if (column.from) {
    const auto* function = column.from->As<sql::FunctionFrom>();
    if (function != nullptr && function->columns.empty()) return queries_->NameOf(column.from);
    const std::string from = queries_->NameOf(column.from);
    return from.empty() ? name : from + "." + name;
  }
  return column.table.empty() ? name : identifiers_.Table(column.table, column.schema) + "." + name;
}

const void* ExpressionWriter::IdentityOf(const sql::ColumnReference& column) {
  for (const auto& [known, identity] : named_columns_) {
    if (known == column) return identity.get();
  }
  named_columns_.emplace_back(column, std::make_unique<int>(0));
  return named_columns_.back().second.get();
}

const void* ExpressionWriter::IdentityOf(const sql::Node& node) {
  const auto* column = std::get_if<sql::ColumnReference>(&node.data);
  return column == nullptr ? static_cast<const void*>(&node) : IdentityOf(*column);
}

// ------------------------------------------------------------------------------------------------ parameters

std::string ExpressionWriter::NameOf(const sql::BindParameter& bind, const void* identity) {
  if (!bind.key.empty() && !bind.unique) return bind.key;
  return AnonymousName(identity, SanitizedHint(bind.key.empty() ? bind.hint : bind.key));
}

std::string ExpressionWriter::AnonymousName(const void* identity, std::string_view hint) {
  const std::string words(hint);
  std::string& name = anonymous_names_[{identity, words}];
  if (name.empty()) name = words + "_" + std::to_string(++counters_[words]);
  return name;
}

std::string ExpressionWriter::WriteBind(const sql::BindParameter& bind, const void* identity) {
  if (bind.type.kind == sql::TypeKind::kJsonIndex || bind.type.kind == sql::TypeKind::kJsonItemPath) {
    sql::BindParameter item = bind;
    item.value = JsonItemText(bind.value);
    item.type = sql::TypeOfValue(item.value);
    return WriteBind(item, identity);
  }
  bool literal = place_.literal_binds || bind.as_literal;
  if (bind.expanding) return Parenthesized(WriteChoices(bind, literal ? "" : NameOf(bind, identity)));
  if (literal) return literals_.Text(bind.value, sql::ForDialect(bind.type, DialectName()));
  if (bind.required && place_.needs_values) {
    throw sql::InvalidRequestError("A value is required for bind parameter " + PythonRepr(bind.key));
  }
  return Placeholder(NameOf(bind, identity), bind.value, bind.type);
}

// The values of an IN; as literals when they get no name.
std::string ExpressionWriter::WriteChoices(const sql::BindParameter& bind, const std::string& name) {
  const auto* choices = bind.value.As<sql::ValueList>();
  const bool is_executed =
      place_.parameter_style == ParameterStyle::kNative || place_.parameter_style == ParameterStyle::kScript;
  const bool late = place_.late_choices || !is_executed;
  if (late && !name.empty()) {
    late_.insert(parameters_.size());
    return Placeholder(name, bind.value, {});
  }
  if (!choices || choices->items.empty()) return EmptySet(bind.type, expanded_operator_);
  std::vector<std::string> items;
  for (const sql::Value& choice : choices->items) {
    items.push_back(WriteChoice(choice, bind.type, name, std::to_string(items.size() + 1)));
  }
  const bool are_tuples = choices->items.front().As<sql::ValueList>() && bind.type.kind != sql::TypeKind::kArray;
  return (are_tuples && ListsTuplesAsValues() ? "VALUES " : "") + Join(items, ", ");
}

// One of the values; several in parentheses when it is a tuple.
std::string ExpressionWriter::WriteChoice(const sql::Value& choice, const sql::Type& type, const std::string& name,
                                          const std::string& number) {
  const auto* tuple = choice.As<sql::ValueList>();
  if (!tuple || type.kind == sql::TypeKind::kArray) {
    sql::Type own_type = sql::ForDialect(type, DialectName());
    return name.empty() ? literals_.Text(choice, own_type) : Placeholder(name + "_" + number, choice, own_type);
  }
  std::vector<std::string> items;
  for (const sql::Value& item : tuple->items) {
    std::string item_number = number + "_" + std::to_string(items.size() + 1);
    items.push_back(WriteChoice(item, sql::TypeOfValue(item), name, item_number));
  }
  return Parenthesized(Join(items, ", "));
}

std::string ExpressionWriter::Placeholder(const std::string& name, const sql::Value& value, const sql::Type& type) {
  parameters_.push_back({.name = name, .value = value, .type = type});
  return kMarkStart + std::to_string(parameters_.size() - 1) + kMarkEnd + ParameterCast(type);
}

std::string ExpressionWriter::Mark(const std::string& name, size_t number) const {
  switch (place_.parameter_style) {
    case ParameterStyle::kNamed:
      return ":" + EscapedName(name);
    case ParameterStyle::kPyformat:
      return "%(" + EscapedName(name) + ")s";
    case ParameterStyle::kScript:
      if (ScriptsNameParameters()) return "%(" + EscapedName(name) + ")s";
      break;
    case ParameterStyle::kNative:
      break;
  }
  std::string mark(PlaceholderMark());
  return NumbersPlaceholders() ? mark + std::to_string(number) : mark;
}

Statement ExpressionWriter::Finish(std::string text) {
  Statement statement;
  statement.style = place_.parameter_style;
  size_t copied = 0;
  for (size_t start = text.find(kMarkStart); start != std::string::npos; start = text.find(kMarkStart, copied)) {
    const size_t end = text.find(kMarkEnd, start);
    const size_t number = std::stoul(text.substr(start + 1, end - start - 1));
    const Parameter& parameter = parameters_[number];
    statement.parameters.push_back(parameter);
    statement.text.append(text, copied, start - copied);
    statement.text += late_.count(number) != 0 ? "__[POSTCOMPILE_" + parameter.name + "]"
                                               : Mark(parameter.name, statement.parameters.size());
    copied = end + 1;
  }
  statement.text.append(text, copied);
  return statement;
}

// ------------------------------------------------------------------------------------------------ operators

std::string ExpressionWriter::WriteUnary(const sql::Unary& unary) {
  std::string operand = Write(unary.operand);
  std::string custom = identifiers_.Percents(unary.custom);
  if (unary.op == Operator::kCustom) return custom + " " + operand;
  if (unary.modifier == Operator::kCustom) return operand + " " + custom;
  return std::string(OperatorText(unary.op)) + operand + std::string(OperatorText(unary.modifier));
}

std::string ExpressionWriter::WriteClauses(const sql::ClauseList& list) {
  const bool is_operation = list.op != Operator::kComma && list.op != Operator::kAnd && list.op != Operator::kOr;
  bool outer = std::exchange(in_operator_, in_operator_ || is_operation);
  std::string text = List(list.clauses, OperatorText(list.op));
  in_operator_ = outer;
  return text;
}

std::string ExpressionWriter::WriteCondition(const sql::AsBoolean& condition) {
  std::string operand = Write(condition.operand);
  bool boolean = IsImplicitlyBoolean(condition.operand) || HasBooleans();
  if (condition.op == Operator::kIsTrue) return boolean ? operand : operand + " = 1";
  return boolean ? "NOT " + operand : operand + " = 0";
}

std::string ExpressionWriter::Infix(const sql::Binary& binary, std::string_view op, bool eager_grouping) {
  bool outer = std::exchange(in_operator_, true);
  // One after the other: parameters are numbered as they are written.
  std::string text = Write(binary.left) + std::string(op);
  text += Write(binary.right);
  in_operator_ = outer;
  return outer && eager_grouping ? Parenthesized(text) : text;
}

std::string ExpressionWriter::LikeText(const std::string& left, std::string_view op, const std::string& right,
                                       const sql::Binary& binary) const {
  std::string text = left + std::string(op) + right;
  return binary.escape ? text + " ESCAPE " + literals_.Quoted(*binary.escape) : text;
}

// contains, startswith and endswith are LIKE with a percent sign before, after or on both sides.
std::string ExpressionWriter::WritePattern(const sql::Binary& binary, const PatternForm& form) {
  std::string percent = literals_.Quoted("%");
  std::string left = Write(binary.left);
  std::string right = Write(binary.right);
  if (form.ignores_case) {
    left = IgnoringCase(left);
    right = IgnoringCase(right);
  }
  if (form.percent_before) right = percent + " || " + right;
  if (form.percent_after) right += " || " + percent;
  return LikeText(left,
                  form.ignores_case ? IlikeText(form.negated)
                  : form.negated    ? " NOT LIKE "
                                    : " LIKE ",
                  right, binary);
}

std::string ExpressionWriter::WriteLike(const sql::Binary& binary) {
  const std::string left = Write(binary.left);
  return LikeText(left, OperatorText(binary.op), Write(binary.right), binary);
}

std::string ExpressionWriter::WriteIlike(const sql::Binary& binary, bool negated) {
  const std::string left = IgnoringCase(Write(binary.left));
  return LikeText(left, IlikeText(negated), IgnoringCase(Write(binary.right)), binary);
}

std::string ExpressionWriter::WriteMembership(const sql::Binary& binary) {
  Operator outer = std::exchange(expanded_operator_, binary.op);
  std::string text = Infix(binary, OperatorText(binary.op));
  expanded_operator_ = outer;
  return binary.op == Operator::kNotIn ? Parenthesized(text) : text;
}

std::string ExpressionWriter::WriteDivision(const sql::Binary& binary) {
  sql::Type type = sql::TypeOf(binary.right);
  if (sql::AffinityOf(type) != sql::TypeAffinity::kNumeric) type = sql::types::Numeric();
  const std::string left = Write(binary.left);
  return left + " / " + Write(sql::CastTo(binary.right, type));
}

std::string ExpressionWriter::WriteFloorDivision(const sql::Binary& binary) {
  std::string text = Write(binary.left) + " / ";
  text += Write(binary.right);
  bool by_integer = sql::AffinityOf(sql::TypeOf(binary.right)) == sql::TypeAffinity::kInteger;
  return by_integer ? text : "FLOOR(" + text + ")";
}

std::string ExpressionWriter::WriteBinary(const sql::Binary& binary) {
  if (const PatternForm* form = FindPatternForm(binary.op)) return WritePattern(binary, *form);
  switch (binary.op) {
    case Operator::kCustom:
      return Infix(binary, " " + identifiers_.Percents(binary.custom) + " ", binary.eager_grouping);
    case Operator::kIn:
    case Operator::kNotIn:
      return WriteMembership(binary);
    case Operator::kLike:
    case Operator::kNotLike:
      return WriteLike(binary);
    case Operator::kIlike:
    case Operator::kNotIlike:
      return WriteIlike(binary, binary.op == Operator::kNotIlike);
    case Operator::kNotMatch:
      return "NOT " + Infix(binary, OperatorText(Operator::kMatch));
    case Operator::kBetween:
      return Infix(binary, binary.symmetric ? " BETWEEN SYMMETRIC " : " BETWEEN ");
    case Operator::kNotBetween:
      return Infix(binary, binary.symmetric ? " NOT BETWEEN SYMMETRIC " : " NOT BETWEEN ");
    case Operator::kModulo:
      return Infix(binary, identifiers_.Percents(" % "));
    case Operator::kDivide:
      return WriteDivision(binary);
    case Operator::kFloorDivide:
      return WriteFloorDivision(binary);
    default:
      return Infix(binary, OperatorText(binary.op));
  }
}

// ------------------------------------------------------------------------------------------------ other forms

std::string ExpressionWriter::Arguments(const sql::Function& function) {
  return Parenthesized(List(function.arguments, ", "));
}

std::string ExpressionWriter::WriteFunction(const sql::Function& function) {
  if (std::optional<std::string> bare = BareFunctionText(function)) {
    return function.arguments.empty() ? *bare : *bare + Arguments(function);
  }
  std::vector<std::string> names;
  for (const sql::Name& name : function.path) names.push_back(identifiers_.QuoteIllegal(name));
  return Join(names, ".") + Arguments(function);
}

std::string ExpressionWriter::WriteCast(const sql::Cast& cast) {
  std::string operand = Write(cast.operand);
  std::string type = types_.Text(cast.type);
  size_t collation = type.find(" COLLATE ");
  if (collation == std::string::npos) return "CAST(" + operand + " AS " + type + ")";
  return "CAST(" + operand + " AS " + type.substr(0, collation) + ")" + type.substr(collation);
}

std::string ExpressionWriter::WriteCase(const sql::Case& node) {
  std::string text = "CASE ";
  if (node.value) text += Write(*node.value) + " ";
  for (const sql::CaseWhen& when : node.whens) {
    std::string condition = Write(when.condition);
    text += "WHEN " + condition + " THEN " + Write(when.result) + " ";
  }
  if (node.otherwise) text += "ELSE " + Write(*node.otherwise) + " ";
  return text + "END";
}

std::string ExpressionWriter::WriteExtract(const sql::Extract& extract) {
  return "EXTRACT(" + extract.field + " FROM " + Write(extract.operand) + ")";
}

std::string ExpressionWriter::WriteNextValue(const sql::NextValue&) {
  throw sql::NotImplementedError("Dialect '" + std::string(DialectName()) + "' does not support sequence increments.");
}

std::string ExpressionWriter::WriteArray(const sql::ArrayLiteral&) {
  throw sql::UnsupportedCompilationError("Dialect '" + std::string(DialectName()) + "' has no array literals");
}

std::string ExpressionWriter::WriteSubquery(const sql::Subquery& subquery) {
  return Parenthesized(queries_->WriteInner(*subquery.query));
}

std::string ExpressionWriter::WriteOver(const sql::Over& over) {
  std::string text = Write(over.operand) + " OVER (";
  std::vector<std::string> parts;
  if (!over.partition_by.empty()) parts.push_back("PARTITION BY " + List(over.partition_by, ", "));
  if (!over.order_by.empty()) parts.push_back("ORDER BY " + List(over.order_by, ", "));
  if (!over.frame.empty()) parts.push_back(over.frame);
  return text + Join(parts, " ") + ")";
}

}  // namespace limbeck::dialect
