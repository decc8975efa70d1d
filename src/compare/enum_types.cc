#include "compare/enum_types.h"

#include "compare/full_name.h"

namespace limbeck::compare {
namespace {

constexpr const char* kDialect = "postgresql";

}  // namespace

const sql::EnumDetails* EnumOf(const sql::Type& type) {
  if (type.variants) {
    for (const sql::TypeVariant& variant : *type.variants) {
      if (variant.dialect == kDialect) return EnumOf(variant.type);
    }
  }
  if (type.kind == sql::TypeKind::kArray) return type.item_type ? EnumOf(*type.item_type) : nullptr;
  if (!sql::IsEnum(type) || !type.enumeration) return nullptr;
  return type.enumeration->native && type.enumeration->name ? type.enumeration.get() : nullptr;
}

EnumKey KeyOf(const sql::EnumDetails& details, const std::string& default_schema) {
  const std::string schema = details.schema ? details.schema->text : "";
  return {schema == default_schema ? "" : schema, details.name->text};
}

std::string FullName(const EnumKey& key) {
  return FullName(key.first, key.second);
}

sql::Type WithEnum(const sql::Type& type, const std::function<void(sql::EnumDetails&)>& change) {
  sql::Type changed = sql::ForDialect(type, kDialect);
  if (changed.kind == sql::TypeKind::kArray) {
    changed.item_type = WithEnum(*changed.item_type, change);
    return changed;
  }
  sql::EnumDetails details = *changed.enumeration;
  change(details);
  changed.enumeration = std::move(details);
  return changed;
}

sql::Type EnumItself(const sql::Type& type) {
  sql::Type itself = sql::ForDialect(type, kDialect);
  while (itself.kind == sql::TypeKind::kArray) itself = sql::ForDialect(*itself.item_type, kDialect);
  return itself;
}

sql::Type ThatIsThere(const sql::Type& type) {
  sql::Type there = WithEnum(type, [](sql::EnumDetails& details) {
    details.create_type = false;
    details.is_there = true;
  });
  sql::Type native(sql::TypeKind::kNativeEnum, sql::TypePackage::kPostgresql);
  native.enumeration = EnumItself(there).enumeration;
  if (there.kind != sql::TypeKind::kArray) return native;
  there.item_type = native;
  return there;
}

}  // namespace limbeck::compare
