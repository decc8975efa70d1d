#include "compare/type_repr.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace limbeck::compare {
namespace {

using sql::Type;
using sql::TypeKind;

/// Arguments in the order in which the class's __init__ has them.
class ArgumentList {
 public:
  void Add(std::string text) { parts_.push_back(std::move(text)); }
  void Number(const char* name, const std::optional<int>& value) {
    if (value) Add(std::string(name) + "=" + std::to_string(*value));
  }
  void Flag(const char* name, bool value, bool by_default) {
    if (value != by_default) Add(std::string(name) + (value ? "=True" : "=False"));
  }
  void Text(const char* name, const std::string& value) {
    if (!value.empty()) Add(std::string(name) + "=" + PythonRepr(value));
  }
  std::string Join() const { return limbeck::Join(parts_, ", "); }

 private:
  std::vector<std::string> parts_;
};

size_t Characters(const std::string& text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += Utf8Length(text, at)) ++count;
  return count;
}

/// The length that the class finds by itself: that of the longest value.
int LengthOf(const sql::EnumDetails& details) {
  size_t longest = 0;
  for (const std::string& value : details.values) longest = std::max(longest, Characters(value));
  return static_cast<int>(longest);
}

void AddEnum(const Type& type, ArgumentList& list) {
  const sql::EnumDetails& details = *type.enumeration;
  for (const std::string& value : details.values) list.Add(PythonRepr(value));
  if (details.name) list.Text("name", details.name->text);
  if (details.schema) list.Text("schema", details.schema->text);
  if (details.belongs_to_metadata) list.Add("metadata=MetaData()");
  list.Flag("inherit_schema", details.inherit_schema, false);
  list.Flag("native_enum", details.native, true);
  list.Flag("create_constraint", details.create_constraint, false);
  if (details.is_there) list.Add("create_type=False");
  if (type.length && *type.length != LengthOf(details)) list.Number("length", type.length);
}

void AddBoolean(const Type& type, ArgumentList& list) {
  if (!type.enumeration) return;
  list.Flag("create_constraint", type.enumeration->create_constraint, false);
  if (type.enumeration->name) list.Text("name", type.enumeration->name->text);
}

bool IsFloat(TypeKind kind) {
  return kind == TypeKind::kFloat || kind == TypeKind::kDouble || kind == TypeKind::kSqlFloat ||
         kind == TypeKind::kReal || kind == TypeKind::kSqlDouble || kind == TypeKind::kDoublePrecision;
}

bool IsNumeric(TypeKind kind) {
  return kind == TypeKind::kNumeric || kind == TypeKind::kSqlNumeric || kind == TypeKind::kDecimal;
}

bool IsInterval(const Type& type) {
  return type.kind == TypeKind::kSqlInterval;
}

bool IsUuid(TypeKind kind) {
  return kind == TypeKind::kUuid || kind == TypeKind::kSqlUuid;
}

bool IsJson(TypeKind kind) {
  return kind == TypeKind::kJson || kind == TypeKind::kJsonb;
}

void AddSimple(const Type& type, ArgumentList& list) {
  if (IsNumeric(type.kind)) {
    list.Number("precision", type.precision);
    list.Number("scale", type.scale);
    list.Number("decimal_return_scale", type.decimal_return_scale);
    list.Flag("asdecimal", type.asdecimal.value_or(true), true);
  } else if (IsFloat(type.kind)) {
    list.Number("precision", type.precision);
    list.Flag("asdecimal", type.asdecimal.value_or(false), false);
    list.Number("decimal_return_scale", type.decimal_return_scale);
  } else if (IsInterval(type)) {
    list.Number("precision", type.precision);
    list.Text("fields", type.fields);
  } else if (IsUuid(type.kind)) {
    list.Flag("as_uuid", type.as_uuid, true);
    if (type.kind == TypeKind::kUuid) list.Flag("native_uuid", type.native, true);
  } else if (type.kind == TypeKind::kInterval || type.kind == TypeKind::kPickle) {
    return;
  } else {
    list.Flag("timezone", type.timezone, false);
    list.Number("length", type.length);
    list.Text("collation", type.collation);
    list.Flag("varying", type.varying, false);
    list.Number("precision", type.precision);
  }
}

/// "json", "sqlite": what a type of that package has of its own.
bool HasTextType(const Type& type) {
  return (IsJson(type.kind) && type.package == sql::TypePackage::kPostgresql) || type.kind == TypeKind::kHstore;
}

}  // namespace

std::string TypeReprWriter::Arguments(const Type& type) {
  ArgumentList list;
  if (type.origin && !type.origin->arguments.empty()) return type.origin->arguments;
  if (type.kind == TypeKind::kArray) {
    if (type.item_type) list.Add(Inner(*type.item_type));
    list.Flag("as_tuple", type.as_tuple, false);
    list.Number("dimensions", type.dimensions);
    list.Flag("zero_indexes", type.zero_indexes, false);
  } else if (type.kind == TypeKind::kDomain && type.domain) {
    list.Add(PythonRepr(type.domain->name.text));
    if (type.domain->data_type) list.Add(Inner(*type.domain->data_type));
    if (type.domain->schema) list.Text("schema", type.domain->schema->text);
  } else if (sql::IsEnum(type) && type.enumeration) {
    AddEnum(type, list);
  } else if (sql::AffinityOf(type) == sql::TypeAffinity::kBoolean) {
    AddBoolean(type, list);
  } else if (IsJson(type.kind) || type.kind == TypeKind::kHstore) {
    list.Flag("none_as_null", type.none_as_null, false);
    const char* name = type.kind == TypeKind::kHstore ? "text_type=" : "astext_type=";
    if (HasTextType(type)) list.Add(name + Inner(type.item_type ? *type.item_type : sql::types::Text()));
  } else {
    AddSimple(type, list);
  }
  return list.Join();
}

std::string TypeReprWriter::Write(const Type& type) {
  return std::string(sql::ClassName(type)) + "(" + Arguments(type) + ")";
}

std::string TypeRepr(const Type& type) {
  return TypeReprWriter().Write(type);
}

}  // namespace limbeck::compare
