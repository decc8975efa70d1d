#include "inspect/postgresql/column_type.h"

#include <cctype>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/pattern.h"
#include "base/text.h"

namespace limbeck::inspect::postgresql {
namespace {

using sql::Type;
using sql::TypeKind;
using sql::TypePackage;

const std::map<std::string_view, Type>& KnownTypes() {
  constexpr TypePackage kOwn = TypePackage::kPostgresql;
  static const std::map<std::string_view, Type> kTypes = {
      {"hstore", {TypeKind::kHstore, kOwn}},
      {"json", {TypeKind::kJson, kOwn}},
      {"jsonb", {TypeKind::kJsonb, kOwn}},
      {"int4range", {TypeKind::kInt4Range, kOwn}},
      {"int8range", {TypeKind::kInt8Range, kOwn}},
      {"numrange", {TypeKind::kNumRange, kOwn}},
      {"daterange", {TypeKind::kDateRange, kOwn}},
      {"tsrange", {TypeKind::kTsRange, kOwn}},
      {"tstzrange", {TypeKind::kTstzRange, kOwn}},
      {"int4multirange", {TypeKind::kInt4Multirange, kOwn}},
      {"int8multirange", {TypeKind::kInt8Multirange, kOwn}},
      {"nummultirange", {TypeKind::kNumMultirange, kOwn}},
      {"datemultirange", {TypeKind::kDateMultirange, kOwn}},
      {"tsmultirange", {TypeKind::kTsMultirange, kOwn}},
      {"tstzmultirange", {TypeKind::kTstzMultirange, kOwn}},
      {"integer", TypeKind::kSqlInteger},
      {"bigint", TypeKind::kBigint},
      {"smallint", TypeKind::kSmallint},
      {"character varying", TypeKind::kVarchar},
      {"character", TypeKind::kChar},
      {"\"char\"", TypeKind::kString},
      {"name", TypeKind::kString},
      {"text", TypeKind::kSqlText},
      {"numeric", TypeKind::kSqlNumeric},
      {"float", TypeKind::kSqlFloat},
      {"real", TypeKind::kReal},
      {"inet", {TypeKind::kInet, kOwn}},
      {"cidr", {TypeKind::kCidr, kOwn}},
      {"citext", {TypeKind::kCitext, kOwn}},
      {"uuid", TypeKind::kSqlUuid},
      {"bit", {TypeKind::kBit, kOwn}},
      {"bit varying", {TypeKind::kBit, kOwn}},
      {"macaddr", {TypeKind::kMacaddr, kOwn}},
      {"macaddr8", {TypeKind::kMacaddr8, kOwn}},
      {"money", {TypeKind::kMoney, kOwn}},
      {"oid", {TypeKind::kOid, kOwn}},
      {"regclass", {TypeKind::kRegclass, kOwn}},
      {"double precision", TypeKind::kDoublePrecision},
      {"timestamp", {TypeKind::kTimestamp, kOwn}},
      {"timestamp with time zone", {TypeKind::kTimestamp, kOwn}},
      {"timestamp without time zone", {TypeKind::kTimestamp, kOwn}},
      {"time with time zone", {TypeKind::kSqlTime, kOwn}},
      {"time without time zone", {TypeKind::kSqlTime, kOwn}},
      {"date", TypeKind::kSqlDate},
      {"time", {TypeKind::kSqlTime, kOwn}},
      {"bytea", {TypeKind::kBytea, kOwn}},
      {"boolean", TypeKind::kSqlBoolean},
      {"interval", {TypeKind::kSqlInterval, kOwn}},
      {"tsvector", {TypeKind::kTsvector, kOwn}},
  };
  return kTypes;
}

/// "numeric(10,2)[]": name, arguments and whether it is an array.
struct Format {
  std::string name;
  std::vector<std::string> arguments;
  bool is_array = false;
};

Format ParseFormat(const std::string& text) {
  static const Pattern kArguments(R"(\((.*)\))");
  static const Pattern kComma(R"(\s*,\s*)");
  Format format;
  if (const auto match = kArguments.Search(text); match && !match->groups[1]->empty()) {
    format.arguments = kComma.Split(*match->groups[1]);
  }
  format.name = kArguments.Replace(text, "");
  while (format.name.ends_with("[]")) {
    format.is_array = true;
    format.name.resize(format.name.size() - 2);
  }
  return format;
}

std::optional<int> ToInt(const std::string& text) {
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<int> OnlyArgument(const Format& format) {
  return format.arguments.size() == 1 ? ToInt(format.arguments[0]) : std::nullopt;
}

bool IsTimeName(std::string_view name) {
  return name == "time" || name.ends_with(" time zone");
}

Type ReadInterval(const Format& format) {
  Type type(TypeKind::kSqlInterval, TypePackage::kPostgresql);
  if (format.name.size() > 9) type.fields = format.name.substr(9);
  type.precision = OnlyArgument(format);
  return type;
}

Type ReadKnown(const Format& format, Type type) {
  if (format.name == "numeric") {
    if (format.arguments.size() == 2) {
      type.precision = ToInt(format.arguments[0]);
      type.scale = ToInt(format.arguments[1]);
    }
  } else if (format.name == "double precision") {
    type.precision = 53;
  } else if (IsTimeName(format.name)) {
    type.timezone = format.name.find(" with ") != std::string::npos;
    type.precision = OnlyArgument(format);
  } else if (format.name == "bit varying") {
    type.varying = true;
    type.length = OnlyArgument(format);
  } else if (!format.arguments.empty()) {
    type.length = ToInt(format.arguments[0]);
  }
  return type;
}

Type ReadEnum(const EnumFacts& facts) {
  sql::EnumDetails details;
  details.values = facts.labels;
  details.name = facts.name;
  if (!facts.visible) details.schema = facts.schema;
  Type type(TypeKind::kNativeEnum, TypePackage::kPostgresql);
  type.enumeration = details;
  return type;
}

Type ReadDomain(const DomainFacts& facts, const NamedTypes& named, std::vector<std::string>& warnings) {
  sql::DomainDetails details;
  details.name = facts.name;
  details.data_type = ReadColumnType(facts.type, named, "DOMAIN '" + facts.name + "'", warnings);
  details.collation = facts.collation;
  details.default_value = facts.default_text;
  details.default_is_sql = true;
  details.not_null = !facts.nullable;
  details.create_type = false;
  if (!facts.checks.empty()) {
    details.constraint_name = facts.checks[0].first;
    details.check = facts.checks[0].second;
  }
  if (!facts.visible) details.schema = facts.schema;
  Type type(TypeKind::kDomain, TypePackage::kPostgresql);
  type.domain = details;
  return type;
}

template <typename Facts>
std::map<std::vector<std::string>, Facts> ByFormat(std::vector<Facts> all) {
  std::map<std::vector<std::string>, Facts> named;
  for (Facts& facts : all) {
    std::vector<std::string> key = {facts.name};
    if (!facts.visible) key.insert(key.begin(), facts.schema);
    named[std::move(key)] = std::move(facts);
  }
  return named;
}

template <typename Map>
const typename Map::mapped_type* FindIn(const Map& map, const std::vector<std::string>& name) {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

NamedTypes::NamedTypes(std::vector<EnumFacts> enums, std::vector<DomainFacts> domains)
    : enums_(ByFormat(std::move(enums))), domains_(ByFormat(std::move(domains))) {}

const EnumFacts* NamedTypes::FindEnum(const std::vector<std::string>& name) const {
  return FindIn(enums_, name);
}
const DomainFacts* NamedTypes::FindDomain(const std::vector<std::string>& name) const {
  return FindIn(domains_, name);
}

std::vector<std::string> SplitQualifiedName(std::string_view text) {
  std::vector<std::string> parts(1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      parts.emplace_back();
    } else if (text[i] == '"') {
      while (++i < text.size() && (text[i] != '"' || (i + 1 < text.size() && text[i + 1] == '"'))) {
        if (text[i] == '"') ++i;
        parts.back() += text[i];
      }
    } else {
      parts.back() += text[i];
    }
  }
  return parts;
}

Type ReadColumnType(const std::string& format_text, const NamedTypes& named, const std::string& described,
                    std::vector<std::string>& warnings) {
  const Format format = ParseFormat(format_text);
  const auto known = KnownTypes().find(ToLower(format.name));
  const std::vector<std::string> name = SplitQualifiedName(format.name);
  Type type;
  if (format.name == "interval" || format.name.starts_with("interval ")) {
    type = ReadInterval(format);
  } else if (const EnumFacts* facts = named.FindEnum(name)) {
    type = ReadEnum(*facts);
  } else if (const DomainFacts* domain = named.FindDomain(name)) {
    type = ReadDomain(*domain, named, warnings);
  } else if (known != KnownTypes().end()) {
    type = ReadKnown(format, known->second);
  } else {
    warnings.push_back("Did not recognize type '" + format.name + "' of " + described);
    return {};
  }
  if (!format.is_array) return type;
  Type array(TypeKind::kArray, TypePackage::kPostgresql);
  array.item_type = type;
  return array;
}

}  // namespace limbeck::inspect::postgresql
