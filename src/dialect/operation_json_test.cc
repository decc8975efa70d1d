#include "dialect/operation_json_test.h"

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace limbeck::dialect {
namespace {

using Json = nlohmann::json;
using sql::Expression;
using sql::Name;
using sql::Operator;

// ------------------------------------------------------------------------------------------------ small things

template <typename T>
std::optional<T> Optional(const Json& json, const char* key) {
  auto found = json.find(key);
  if (found == json.end() || found->is_null()) return std::nullopt;
  return found->get<T>();
}

template <typename T>
T Or(const Json& json, const char* key, T otherwise) {
  return Optional<T>(json, key).value_or(std::move(otherwise));
}

Name ReadName(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  return {json.at("text").get<std::string>(), Optional<bool>(json, "quote")};
}

std::optional<Name> OptionalName(const Json& json, const char* key) {
  auto found = json.find(key);
  if (found == json.end() || found->is_null()) return std::nullopt;
  return ReadName(*found);
}

schema::ConstraintName ReadConstraintName(const Json& json, const char* key = "name") {
  std::optional<Name> name = OptionalName(json, key);
  if (!name) return {};
  bool is_final = json.at(key).is_object() && Or(json.at(key), "final", false);
  return is_final ? schema::ConstraintName::Final(*name) : schema::ConstraintName(*name);
}

std::vector<Name> ReadNames(const Json& json, const char* key) {
  std::vector<Name> names;
  for (const Json& name : json.value(key, Json::array())) names.push_back(ReadName(name));
  return names;
}

// ------------------------------------------------------------------------------------------------ values

std::string FromHex(const std::string& hex) {
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

sql::Value ReadValue(const Json& json);

sql::Value ReadSpecialValue(const std::string& kind, const Json& json) {
  if (kind == "list") {
    sql::ValueList list;
    for (const Json& item : json) list.items.push_back(ReadValue(item));
    return list;
  }
  if (kind == "interval") return sql::Interval{json.get<int64_t>()};
  auto text = json.get<std::string>();
  if (kind == "big") return sql::BigInteger{text};
  if (kind == "float") return std::stod(text);
  if (kind == "decimal") return sql::Decimal{text};
  if (kind == "bytes") return sql::Bytes{FromHex(text)};
  if (kind == "datetime") return sql::DateTime{text};
  if (kind == "date") return sql::Date{text};
  if (kind == "time") return sql::Time{text};
  if (kind == "uuid") return sql::Uuid{text};
  if (kind == "json") return sql::Json{text};
  throw std::invalid_argument("value of kind " + kind);
}

sql::Value ReadValue(const Json& json) {
  if (json.is_null()) return sql::None{};
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<int64_t>();
  if (json.is_string()) return json.get<std::string>();
  return ReadSpecialValue(json.begin().key(), json.begin().value());
}

schema::OptionValue ReadOption(const Json& json) {
  if (json.is_null()) return {};
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<int64_t>();
  if (json.is_number()) return json.get<double>();
  if (json.is_string()) return json.get<std::string>();
  if (json.contains("expression")) return ReadExpression(json["expression"]);
  if (json.contains("list")) {
    schema::OptionList list;
    for (const Json& item : json["list"]) list.push_back(ReadOption(item));
    return list;
  }
  schema::OptionMap map;
  for (const Json& item : json.at("map")) map.emplace_back(item[0].get<std::string>(), ReadOption(item[1]));
  return map;
}

schema::Options ReadOptions(const Json& json, const char* key = "options") {
  schema::Options options;
  const Json given = json.value(key, Json::object());
  for (const auto& [name, value] : given.items()) options.Set(name, ReadOption(value));
  return options;
}

// ------------------------------------------------------------------------------------------------ types

sql::TypePackage ReadPackage(const std::string& package) {
  static const std::map<std::string, sql::TypePackage> packages = {
      {"sqlalchemy", sql::TypePackage::kSqlalchemy}, {"postgresql", sql::TypePackage::kPostgresql},
      {"sqlite", sql::TypePackage::kSqlite},         {"mysql", sql::TypePackage::kMysql},
      {"mssql", sql::TypePackage::kMssql},           {"oracle", sql::TypePackage::kOracle},
      {"third-party", sql::TypePackage::kThirdParty}};
  return packages.at(package);
}

sql::Type ReadType(const Json& json);

sql::EnumDetails ReadEnum(const Json& json) {
  return {.values = Or(json, "values", std::vector<std::string>()),
          .name = OptionalName(json, "name"),
          .name_is_final = Or(json, "name_is_final", false),
          .schema = OptionalName(json, "schema"),
          .inherit_schema = Or(json, "inherit_schema", false),
          .native = Or(json, "native", true),
          .create_constraint = Or(json, "create_constraint", false),
          .create_type = Or(json, "create_type", true),
          .belongs_to_metadata = Or(json, "belongs_to_metadata", false)};
}

sql::DomainDetails ReadDomain(const Json& json) {
  return {.name = ReadName(json.at("name")),
          .schema = OptionalName(json, "schema"),
          .data_type = ReadType(json.at("data_type")),
          .collation = Optional<std::string>(json, "collation"),
          .default_value = Optional<std::string>(json, "default"),
          .default_is_sql = Or(json, "default_is_sql", false),
          .constraint_name = Optional<std::string>(json, "constraint_name"),
          .not_null = Or(json, "not_null", false),
          .check = Optional<std::string>(json, "check"),
          .create_type = Or(json, "create_type", true)};
}

void ReadTypeParameters(const Json& json, sql::Type& type) {
  type.length = Optional<int>(json, "length");
  type.precision = Optional<int>(json, "precision");
  type.scale = Optional<int>(json, "scale");
  type.second_precision = Optional<int>(json, "second_precision");
  type.day_precision = Optional<int>(json, "day_precision");
  type.dimensions = Optional<int>(json, "dimensions");
  type.timezone = Or(json, "timezone", false);
  type.varying = Or(json, "varying", false);
  type.native = Or(json, "native", true);
  type.as_uuid = Or(json, "as_uuid", true);
  type.numeric_storage = Or(json, "numeric_storage", false);
  type.collation = Or(json, "collation", std::string());
  type.fields = Or(json, "fields", std::string());
  type.ddl = Or(json, "ddl", std::string());
}

sql::Type ReadType(const Json& json) {
  auto class_name = json.at("class").get<std::string>();
  sql::TypePackage package = ReadPackage(Or(json, "package", std::string("sqlalchemy")));
  std::optional<sql::TypeKind> kind = sql::FindTypeKind(package, class_name);
  sql::Type type(kind.value_or(sql::TypeKind::kForeign), package);
  if (!kind) type.origin = sql::TypeOrigin{.class_name = class_name};
  ReadTypeParameters(json, type);
  if (json.contains("enum")) type.enumeration = ReadEnum(json["enum"]);
  if (json.contains("domain")) type.domain = ReadDomain(json["domain"]);
  if (json.contains("item_type")) type.item_type = ReadType(json["item_type"]);
  std::vector<sql::TypeVariant> variants;
  const Json given = json.value("variants", Json::object());
  for (const auto& [dialect, variant] : given.items()) {
    variants.push_back({dialect, ReadType(variant)});
  }
  if (!variants.empty()) type.variants = variants;
  return type;
}

std::optional<sql::Type> OptionalType(const Json& json, const char* key) {
  return json.contains(key) && !json[key].is_null() ? std::optional(ReadType(json[key])) : std::nullopt;
}

// ------------------------------------------------------------------------------------------------ expressions

// By the names that SQLAlchemy's functions have.
const std::map<std::string, Operator> kOperators = {{"and_", Operator::kAnd},
                                                    {"or_", Operator::kOr},
                                                    {"inv", Operator::kNot},
                                                    {"add", Operator::kAdd},
                                                    {"sub", Operator::kSubtract},
                                                    {"mul", Operator::kMultiply},
                                                    {"truediv", Operator::kDivide},
                                                    {"floordiv", Operator::kFloorDivide},
                                                    {"mod", Operator::kModulo},
                                                    {"neg", Operator::kNegate},
                                                    {"lt", Operator::kLess},
                                                    {"le", Operator::kLessEqual},
                                                    {"eq", Operator::kEqual},
                                                    {"ne", Operator::kNotEqual},
                                                    {"gt", Operator::kGreater},
                                                    {"ge", Operator::kGreaterEqual},
                                                    {"concat_op", Operator::kConcat},
                                                    {"like_op", Operator::kLike},
                                                    {"not_like_op", Operator::kNotLike},
                                                    {"ilike_op", Operator::kIlike},
                                                    {"not_ilike_op", Operator::kNotIlike},
                                                    {"startswith_op", Operator::kStartsWith},
                                                    {"not_startswith_op", Operator::kNotStartsWith},
                                                    {"istartswith_op", Operator::kIstartsWith},
                                                    {"not_istartswith_op", Operator::kNotIstartsWith},
                                                    {"endswith_op", Operator::kEndsWith},
                                                    {"not_endswith_op", Operator::kNotEndsWith},
                                                    {"iendswith_op", Operator::kIendsWith},
                                                    {"not_iendswith_op", Operator::kNotIendsWith},
                                                    {"contains_op", Operator::kContains},
                                                    {"not_contains_op", Operator::kNotContains},
                                                    {"icontains_op", Operator::kIcontains},
                                                    {"not_icontains_op", Operator::kNotIcontains},
                                                    {"match_op", Operator::kMatch},
                                                    {"not_match_op", Operator::kNotMatch},
                                                    {"regexp_match_op", Operator::kRegexpMatch},
                                                    {"not_regexp_match_op", Operator::kNotRegexpMatch},
                                                    {"regexp_replace_op", Operator::kRegexpReplace},
                                                    {"in_op", Operator::kIn},
                                                    {"not_in_op", Operator::kNotIn},
                                                    {"is_", Operator::kIs},
                                                    {"is_not", Operator::kIsNot},
                                                    {"is_true", Operator::kIsTrue},
                                                    {"is_false", Operator::kIsFalse},
                                                    {"is_distinct_from", Operator::kIsDistinctFrom},
                                                    {"is_not_distinct_from", Operator::kIsNotDistinctFrom},
                                                    {"between_op", Operator::kBetween},
                                                    {"not_between_op", Operator::kNotBetween},
                                                    {"bitwise_and_op", Operator::kBitwiseAnd},
                                                    {"bitwise_or_op", Operator::kBitwiseOr},
                                                    {"bitwise_xor_op", Operator::kBitwiseXor},
                                                    {"bitwise_not_op", Operator::kBitwiseNot},
                                                    {"bitwise_lshift_op", Operator::kBitwiseShiftLeft},
                                                    {"bitwise_rshift_op", Operator::kBitwiseShiftRight},
                                                    {"getitem", Operator::kGetItem},
                                                    {"json_getitem_op", Operator::kJsonGetItem},
                                                    {"json_path_getitem_op", Operator::kJsonPathGetItem},
                                                    {"collate", Operator::kCollate},
                                                    {"distinct_op", Operator::kDistinct},
                                                    {"any_op", Operator::kAny},
                                                    {"all_op", Operator::kAll},
                                                    {"exists", Operator::kExists},
                                                    {"asc_op", Operator::kAsc},
                                                    {"desc_op", Operator::kDesc},
                                                    {"nulls_first_op", Operator::kNullsFirst},
                                                    {"nulls_last_op", Operator::kNullsLast},
                                                    {"comma_op", Operator::kComma},
                                                    {"custom_op", Operator::kCustom}};

Operator ReadOperator(const Json& json, const char* key) {
  std::optional<std::string> name = Optional<std::string>(json, key);
  return name ? kOperators.at(*name) : Operator::kNone;
}

sql::Type TypeOr(const Json& json) {
  return OptionalType(json, "type").value_or(sql::Type());
}

std::vector<Expression> ReadAll(const Json& json) {
  std::vector<Expression> expressions;
  for (const Json& item : json) expressions.push_back(ReadExpression(item));
  return expressions;
}

sql::BindParameter ReadBind(const Json& json) {
  sql::BindParameter bind{.key = Or(json, "key", std::string()),
                          .hint = Or(json, "hint", std::string("param")),
                          .type = TypeOr(json),
                          .unique = Or(json, "unique", false),
                          .required = Or(json, "required", false),
                          .expanding = Or(json, "expanding", false),
                          .as_literal = Or(json, "literal", false)};
  if (json.contains("value")) bind.value = ReadValue(json["value"]);
  return bind;
}

sql::Text ReadText(const Json& json) {
  sql::Text text{.sql = json.at("sql").get<std::string>()};
  for (const Json& bind : json.value("binds", Json::array())) text.binds.push_back(ReadBind(bind));
  return text;
}

Expression ReadColumnReference(const Json& json) {
  return sql::ColumnReference{.name = ReadName(json.at("name")),
                              .table = OptionalName(json, "table").value_or(Name()),
                              .schema = OptionalName(json, "schema"),
                              .type = TypeOr(json)};
}

Expression ReadUnary(const Json& json) {
  return sql::Unary{.op = ReadOperator(json, "operator"),
                    .modifier = ReadOperator(json, "modifier"),
                    .operand = ReadExpression(json.at("operand")),
                    .type = TypeOr(json),
                    .custom = Or(json, "custom", std::string())};
}

Expression ReadBinary(const Json& json) {
  return sql::Binary{.left = ReadExpression(json.at("left")),
                     .right = ReadExpression(json.at("right")),
                     .op = ReadOperator(json, "operator"),
                     .type = TypeOr(json),
                     .negation = ReadOperator(json, "negation"),
                     .escape = Optional<std::string>(json, "escape"),
                     .flags = Optional<std::string>(json, "flags"),
                     .symmetric = Or(json, "symmetric", false),
                     .custom = Or(json, "custom", std::string()),
                     .precedence = Or(json, "precedence", 0),
                     .custom_is_comparison = Or(json, "comparison", false),
                     .eager_grouping = Or(json, "eager_grouping", false)};
}

Expression ReadCase(const Json& json) {
  sql::Case node;
  if (json.contains("value")) node.value = ReadExpression(json["value"]);
  for (const Json& when : json.at("whens")) node.whens.push_back({ReadExpression(when[0]), ReadExpression(when[1])});
  if (json.contains("else")) node.otherwise = ReadExpression(json["else"]);
  return node;
}

Expression ReadFunction(const Json& json) {
  return sql::Function{
      .path = ReadNames(json, "path"), .arguments = ReadAll(json.at("arguments")), .type = TypeOr(json)};
}

using NodeReader = Expression (*)(const Json&);

const std::map<std::string, NodeReader> kNodeReaders = {
    {"null", [](const Json&) { return Expression(sql::Constant::kNull); }},
    {"true", [](const Json&) { return Expression(sql::Constant::kTrue); }},
    {"false", [](const Json&) { return Expression(sql::Constant::kFalse); }},
    {"bind", [](const Json& json) { return Expression(ReadBind(json)); }},
    {"text", [](const Json& json) { return Expression(ReadText(json)); }},
    {"literal_column",
     [](const Json& json) {
       return Expression(sql::LiteralColumn{json.at("sql").get<std::string>(), TypeOr(json)});
     }},
    {"column", ReadColumnReference},
    {"function", ReadFunction},
    {"unary", ReadUnary},
    {"binary", ReadBinary},
    {"case", ReadCase},
    {"list",
     [](const Json& json) {
       return Expression(sql::ClauseList{.op = ReadOperator(json, "operator"),
                                         .clauses = ReadAll(json.at("clauses")),
                                         .group = Or(json, "group", true)});
     }},
    {"grouping", [](const Json& json) { return Expression(sql::Grouping{ReadExpression(json.at("operand"))}); }},
    {"as_boolean",
     [](const Json& json) {
       return Expression(sql::AsBoolean{ReadExpression(json.at("operand")), ReadOperator(json, "operator")});
     }},
    {"cast",
     [](const Json& json) {
       return Expression(sql::Cast{ReadExpression(json.at("operand")), TypeOr(json)});
     }},
    {"coerce",
     [](const Json& json) {
       return Expression(sql::TypeCoerce{ReadExpression(json.at("operand")), TypeOr(json)});
     }},
    {"collation", [](const Json& json) { return Expression(sql::Collation{ReadName(json.at("name"))}); }},
    {"extract",
     [](const Json& json) {
       return Expression(sql::Extract{json.at("field").get<std::string>(), ReadExpression(json.at("operand"))});
     }},
    {"label",
     [](const Json& json) {
       return Expression(sql::Label{ReadName(json.at("name")), ReadExpression(json.at("operand"))});
     }},
    {"tuple", [](const Json& json) { return Expression(sql::Tuple{ReadAll(json.at("items"))}); }},
    {"array",
     [](const Json& json) {
       return Expression(sql::ArrayLiteral{ReadAll(json.at("items")), TypeOr(json)});
     }},
    {"slice",
     [](const Json& json) {
       return Expression(sql::Slice{ReadExpression(json.at("start")), ReadExpression(json.at("stop"))});
     }},
    {"next_value",
     [](const Json& json) {
       return Expression(sql::NextValue{ReadName(json.at("sequence")), OptionalName(json, "schema")});
     }},
};

// ------------------------------------------------------------------------------------------------ columns

schema::SequenceOptions ReadSequenceOptions(const Json& json) {
  return {.start = Optional<int64_t>(json, "start"),
          .increment = Optional<int64_t>(json, "increment"),
          .minvalue = Optional<int64_t>(json, "minvalue"),
          .maxvalue = Optional<int64_t>(json, "maxvalue"),
          .nominvalue = Optional<bool>(json, "nominvalue"),
          .nomaxvalue = Optional<bool>(json, "nomaxvalue"),
          .cycle = Optional<bool>(json, "cycle"),
          .cache = Optional<int64_t>(json, "cache"),
          .order = Optional<bool>(json, "order")};
}

schema::Sequence ReadSequence(const Json& json) {
  return {.name = ReadName(json.at("name")),
          .schema = OptionalName(json, "schema"),
          .options = ReadSequenceOptions(json.at("options")),
          .data_type = OptionalType(json, "data_type"),
          .optional = Or(json, "optional", false)};
}

schema::ServerDefault ReadServerDefault(const Json& json) {
  if (json.contains("literal")) return json["literal"].get<std::string>();
  if (json.contains("expression")) return ReadExpression(json["expression"]);
  if (json.contains("computed")) {
    return schema::Computed{ReadExpression(json["computed"]), Optional<bool>(json, "persisted")};
  }
  if (json.contains("identity")) {
    return schema::Identity{.always = Or(json, "always", false), .options = ReadSequenceOptions(json["identity"])};
  }
  return schema::FetchedValue{};
}

schema::ClientDefault ReadClientDefault(const Json& json) {
  if (json.contains("sequence")) return sql::Shared<schema::Sequence>(ReadSequence(json["sequence"]));
  if (json.contains("callable")) return schema::CallableDefault{};
  if (json.contains("expression")) return ReadExpression(json["expression"]);
  return ReadValue(json.at("value"));
}

schema::Autoincrement ReadAutoincrement(const Json& json) {
  auto found = json.find("autoincrement");
  if (found == json.end()) return schema::Autoincrement::kAuto;
  if (found->is_string()) return schema::Autoincrement::kIgnoreForeignKey;
  return found->get<bool>() ? schema::Autoincrement::kYes : schema::Autoincrement::kNo;
}

schema::Constraint ReadConstraint(const Json& json);

schema::Column ReadColumn(const Json& json) {
  schema::Column column{.name = ReadName(json.at("name")),
                        .type = TypeOr(json),
                        .nullable = Optional<bool>(json, "nullable"),
                        .primary_key = Or(json, "primary_key", false),
                        .autoincrement = ReadAutoincrement(json),
                        .unique = Or(json, "unique", false),
                        .index = Or(json, "index", false),
                        .comment = Optional<std::string>(json, "comment"),
                        .options = ReadOptions(json),
                        .system = Or(json, "system", false),
                        .key = Or(json, "key", std::string())};
  if (json.contains("server_default")) column.server_default = ReadServerDefault(json["server_default"]);
  if (json.contains("client_default")) column.client_default = ReadClientDefault(json["client_default"]);
  for (const Json& key : json.value("foreign_keys", Json::array())) {
    column.foreign_keys.push_back(std::get<schema::ForeignKey>(ReadConstraint(key)));
  }
  for (const Json& check : json.value("checks", Json::array())) {
    column.checks.push_back(std::get<schema::Check>(ReadConstraint(check)));
  }
  return column;
}

// ------------------------------------------------------------------------------------------------ constraints

template <typename T>
T ReadCommon(const Json& json, T constraint) {
  constraint.name = ReadConstraintName(json);
  constraint.deferrable = Optional<bool>(json, "deferrable");
  constraint.initially = Optional<std::string>(json, "initially");
  constraint.comment = Optional<std::string>(json, "comment");
  if constexpr (requires { constraint.options; }) constraint.options = ReadOptions(json);
  return constraint;
}

schema::ForeignKey ReadForeignKey(const Json& json) {
  return ReadCommon(json, schema::ForeignKey{.columns = ReadNames(json, "columns"),
                                             .referent_table = ReadName(json.at("referent_table")),
                                             .referent_schema = OptionalName(json, "referent_schema"),
                                             .referent_columns = ReadNames(json, "referent_columns"),
                                             .onupdate = Optional<std::string>(json, "onupdate"),
                                             .ondelete = Optional<std::string>(json, "ondelete"),
                                             .match = Optional<std::string>(json, "match"),
                                             .use_alter = Or(json, "use_alter", false)});
}

schema::Exclude ReadExclude(const Json& json) {
  schema::Exclude exclude;
  exclude.using_method = json.at("using").get<std::string>();
  if (!json.at("where").is_null()) exclude.where = ReadExpression(json["where"]);
  for (const Json& item : json.at("elements")) {
    exclude.elements.push_back({ReadExpression(item[0]), item[1].get<std::string>()});
  }
  for (const Json& item : json.at("ops")) {
    exclude.ops.emplace_back(item[0].get<std::string>(), item[1].get<std::string>());
  }
  return ReadCommon(json, std::move(exclude));
}

schema::Constraint ReadConstraint(const Json& json) {
  auto kind = json.at("kind").get<std::string>();
  if (kind == "primary_key") return ReadCommon(json, schema::PrimaryKey{.columns = ReadNames(json, "columns")});
  if (kind == "unique") return ReadCommon(json, schema::Unique{.columns = ReadNames(json, "columns")});
  if (kind == "foreign_key") return ReadForeignKey(json);
  if (kind == "exclude") return ReadExclude(json);
  return ReadCommon(json, schema::Check{.condition = ReadExpression(json.at("condition")),
                                        .type_bound = Or(json, "type_bound", false)});
}

schema::Index ReadIndex(const Json& json) {
  schema::Index index{.name = ReadConstraintName(json),
                      .unique = Or(json, "unique", false),
                      .options = ReadOptions(json),
                      .column_flag = Or(json, "column_flag", false)};
  for (const Json& element : json.at("elements")) {
    if (element.is_object() && element.contains("expression")) {
      index.elements.emplace_back(ReadExpression(element["expression"]));
    } else {
      index.elements.emplace_back(ReadName(element));
    }
  }
  return index;
}

// ------------------------------------------------------------------------------------------------ operations

template <typename T, typename Read>
ops::Change<T> ReadChange(const Json& json, const char* key, Read read) {
  auto found = json.find(key);
  if (found == json.end()) return std::nullopt;
  if (found->is_string() && *found == "keep") return {};
  return T(read(*found));
}

ops::AddColumn ReadAddColumn(const Json& json) {
  return {.table = ReadName(json.at("table")),
          .column = ReadColumn(json.at("column")),
          .schema = OptionalName(json, "schema"),
          .if_not_exists = Optional<bool>(json, "if_not_exists"),
          .inline_references = Optional<bool>(json, "inline_references"),
          .inline_primary_key = Optional<bool>(json, "inline_primary_key"),
          .insert_before = Optional<std::string>(json, "insert_before"),
          .insert_after = Optional<std::string>(json, "insert_after")};
}

ops::DropColumn ReadDropColumn(const Json& json) {
  return {.table = ReadName(json.at("table")),
          .column = ReadName(json.at("column")),
          .schema = OptionalName(json, "schema"),
          .if_exists = Optional<bool>(json, "if_exists"),
          .existing_type = OptionalType(json, "existing_type"),
          .options = ReadOptions(json)};
}

ops::AlterColumn ReadAlterColumn(const Json& json) {
  auto as_text = [](const Json& text) { return text.get<std::string>(); };
  return {
      .table = ReadName(json.at("table")),
      .column = ReadName(json.at("column")),
      .schema = OptionalName(json, "schema"),
      .nullable = Optional<bool>(json, "nullable"),
      .comment = ReadChange<std::string>(json, "comment", as_text),
      .server_default = ReadChange<schema::ServerDefault>(json, "server_default", ReadServerDefault),
      .new_name = OptionalName(json, "new_name"),
      .type = OptionalType(json, "type"),
      .autoincrement = Optional<bool>(json, "autoincrement"),
      .existing_type = OptionalType(json, "existing_type"),
      .existing_server_default = ReadChange<schema::ServerDefault>(json, "existing_server_default", ReadServerDefault),
      .existing_nullable = Optional<bool>(json, "existing_nullable"),
      .existing_autoincrement = Optional<bool>(json, "existing_autoincrement"),
      .options = ReadOptions(json)};
}

ops::AddConstraint ReadAddConstraint(const Json& json) {
  return {.table = ReadName(json.at("table")),
          .schema = OptionalName(json, "schema"),
          .constraint = ReadConstraint(json.at("constraint"))};
}

ops::DropConstraint ReadDropConstraint(const Json& json) {
  static const std::map<std::string, ops::ConstraintType> types = {{"primary", ops::ConstraintType::kPrimary},
                                                                   {"foreignkey", ops::ConstraintType::kForeignKey},
                                                                   {"unique", ops::ConstraintType::kUnique},
                                                                   {"check", ops::ConstraintType::kCheck}};
  std::optional<std::string> type = Optional<std::string>(json, "type");
  return {.name = ReadConstraintName(json),
          .table = ReadName(json.at("table")),
          .type = type ? std::optional(types.at(*type)) : std::nullopt,
          .schema = OptionalName(json, "schema"),
          .if_exists = Optional<bool>(json, "if_exists")};
}

ops::CreateIndex ReadCreateIndex(const Json& json) {
  return {.table = ReadName(json.at("table")),
          .schema = OptionalName(json, "schema"),
          .index = ReadIndex(json.at("index")),
          .if_not_exists = Optional<bool>(json, "if_not_exists")};
}

ops::DropIndex ReadDropIndex(const Json& json) {
  return {.name = ReadConstraintName(json),
          .table = OptionalName(json, "table"),
          .schema = OptionalName(json, "schema"),
          .if_exists = Optional<bool>(json, "if_exists"),
          .options = ReadOptions(json)};
}

std::vector<sql::Assignment> ReadAssignments(const Json& json) {
  std::vector<sql::Assignment> row;
  for (const Json& item : json) row.push_back({ReadName(item[0]), ReadExpression(item[1])});
  return row;
}

ops::Operation ReadExecute(const Json& json) {
  if (json.contains("text")) return ops::ExecuteSql{ReadText(json["text"])};
  return ops::ExecuteSql{sql::Insert{.table = ReadName(json.at("insert")),
                                     .schema = OptionalName(json, "schema"),
                                     .values = ReadAssignments(json.at("values"))}};
}

ops::Operation ReadBulkInsert(const Json& json) {
  ops::BulkInsert op{.table = ReadTable(json.at("table")), .multiinsert = json.at("multiinsert").get<bool>()};
  for (const Json& row : json.at("rows")) op.rows.push_back(ReadAssignments(row));
  return op;
}

ops::BatchStep ReadStep(const Json& json) {
  return std::visit(
      [](auto&& op) -> ops::BatchStep {
        if constexpr (std::is_constructible_v<ops::BatchStep, decltype(op)>) return std::forward<decltype(op)>(op);
        throw std::invalid_argument("no step of a batch");
      },
      ReadOperation(json));
}

ops::Operation ReadBatch(const Json& json) {
  static const std::map<std::string, ops::Recreate> recreates = {
      {"auto", ops::Recreate::kAuto}, {"always", ops::Recreate::kAlways}, {"never", ops::Recreate::kNever}};
  ops::BatchAlterTable op{.table = ReadName(json.at("table")),
                          .schema = OptionalName(json, "schema"),
                          .recreate = recreates.at(json.at("recreate").get<std::string>()),
                          .table_options = ReadOptions(json, "table_options")};
  for (const Json& step : json.at("steps")) op.steps.push_back(ReadStep(step));
  if (json.at("copy_from").get<bool>() && json.contains("existing")) op.copy_from = ReadTable(json["existing"]);
  for (const Json& constraint : json.at("table_args")) op.table_args.push_back(ReadConstraint(constraint));
  for (const Json& run : json.at("partial_reordering")) {
    op.partial_reordering.push_back(run.get<std::vector<std::string>>());
  }
  for (const auto& [kind, text] : json.at("naming_convention").items()) {
    op.naming_convention.emplace_back(kind, text.get<std::string>());
  }
  return op;
}

using OperationReader = ops::Operation (*)(const Json&);

const std::map<std::string, OperationReader> kOperationReaders = {
    {"create_table",
     [](const Json& json) -> ops::Operation {
       return ops::CreateTable{.table = ReadTable(json.at("table")),
                               .if_not_exists = Optional<bool>(json, "if_not_exists"),
                               .constraints_included = Or(json, "constraints_included", false)};
     }},
    {"drop_table",
     [](const Json& json) -> ops::Operation {
       return ops::DropTable{.table = ReadName(json.at("table")),
                             .schema = OptionalName(json, "schema"),
                             .if_exists = Optional<bool>(json, "if_exists"),
                             .options = ReadOptions(json)};
     }},
    {"rename_table",
     [](const Json& json) -> ops::Operation {
       return ops::RenameTable{.table = ReadName(json.at("table")),
                               .new_name = ReadName(json.at("new_name")),
                               .schema = OptionalName(json, "schema")};
     }},
    {"create_table_comment",
     [](const Json& json) -> ops::Operation {
       return ops::CreateTableComment{.table = ReadName(json.at("table")),
                                      .comment = Optional<std::string>(json, "comment"),
                                      .schema = OptionalName(json, "schema")};
     }},
    {"drop_table_comment",
     [](const Json& json) -> ops::Operation {
       return ops::DropTableComment{.table = ReadName(json.at("table")), .schema = OptionalName(json, "schema")};
     }},
    {"add_column", [](const Json& json) -> ops::Operation { return ReadAddColumn(json); }},
    {"drop_column", [](const Json& json) -> ops::Operation { return ReadDropColumn(json); }},
    {"alter_column", [](const Json& json) -> ops::Operation { return ReadAlterColumn(json); }},
    {"add_constraint", [](const Json& json) -> ops::Operation { return ReadAddConstraint(json); }},
    {"drop_constraint", [](const Json& json) -> ops::Operation { return ReadDropConstraint(json); }},
    {"create_index", [](const Json& json) -> ops::Operation { return ReadCreateIndex(json); }},
    {"drop_index", [](const Json& json) -> ops::Operation { return ReadDropIndex(json); }},
    {"execute", ReadExecute},
    {"bulk_insert", ReadBulkInsert},
    {"create_sequence",
     [](const Json& json) -> ops::Operation {
       return ops::CreateSequence{ReadSequence(json.at("sequence")), Or(json, "if_not_exists", false)};
     }},
    {"drop_sequence",
     [](const Json& json) -> ops::Operation {
       return ops::DropSequence{ReadSequence(json.at("sequence")), Or(json, "if_exists", false)};
     }},
    {"create_schema",
     [](const Json& json) -> ops::Operation {
       return ops::CreateSchema{ReadName(json.at("name")), Or(json, "if_not_exists", false)};
     }},
    {"drop_schema",
     [](const Json& json) -> ops::Operation {
       return ops::DropSchema{ReadName(json.at("name")), Or(json, "cascade", false), Or(json, "if_exists", false)};
     }},
    {"create_type", [](const Json& json) -> ops::Operation { return ops::CreateType{ReadType(json.at("type"))}; }},
    {"drop_type", [](const Json& json) -> ops::Operation { return ops::DropType{ReadType(json.at("type"))}; }},
    {"batch", ReadBatch},
};

}  // namespace

Expression ReadExpression(const Json& json) {
  return kNodeReaders.at(json.at("node").get<std::string>())(json);
}

schema::Table ReadTable(const Json& json) {
  schema::Table table{.name = ReadName(json.at("name")),
                      .schema = OptionalName(json, "schema"),
                      .comment = Optional<std::string>(json, "comment"),
                      .prefixes = Or(json, "prefixes", std::vector<std::string>()),
                      .options = ReadOptions(json)};
  for (const Json& column : json.at("columns")) table.columns.push_back(ReadColumn(column));
  for (const Json& constraint : json.value("constraints", Json::array())) {
    table.constraints.push_back(ReadConstraint(constraint));
  }
  for (const Json& index : json.value("indexes", Json::array())) table.indexes.push_back(ReadIndex(index));
  return table;
}

ops::Operation ReadOperation(const Json& json) {
  return kOperationReaders.at(json.at("op").get<std::string>())(json);
}

}  // namespace limbeck::dialect
