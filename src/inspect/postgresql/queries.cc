#include "inspect/postgresql/queries.h"

#include "base/text.h"
#include "inspect/postgresql/array_text.h"

namespace limbeck::inspect::postgresql {
namespace {

bool IsAtLeast(const std::vector<int>& version, int major) {
  return !version.empty() && version[0] >= major;
}

/// Where the objects of `oid` lie: `visible` asks whether they are found without their schema.
std::string SchemaCondition(const std::string& visible, const std::optional<std::string>& schema) {
  if (!schema) return visible + " AND n.nspname <> 'pg_catalog'";
  if (*schema == "*") return "true";
  return "n.nspname = " + QuoteText(*schema);
}

std::string ClassCondition(const std::optional<std::string>& schema) {
  return SchemaCondition("pg_catalog.pg_table_is_visible(c.oid)", schema);
}

std::string TypeCondition(const std::optional<std::string>& schema) {
  return SchemaCondition("pg_catalog.pg_type_is_visible(t.oid)", schema);
}

std::string KindsOf(const TableQuery& query) {
  std::vector<std::string> kinds;
  if (query.tables) kinds.emplace_back("r,p,f");
  if (query.views) kinds.emplace_back("v");
  if (query.materialized_views) kinds.emplace_back("m");
  return Join(kinds, ",");
}

/// The names of columns whose numbers are in an array, in its order.
std::string ColumnNames(const std::string& numbers, const std::string& table) {
  return "ARRAY(SELECT a.attname::text FROM unnest(" + numbers +
         ") WITH ORDINALITY AS u(number, place) JOIN pg_catalog.pg_attribute a ON a.attrelid = " + table +
         " AND a.attnum = u.number ORDER BY u.place)";
}

/// A column of pg_index that came with a version.
std::string IndexFlag(bool known, const std::string& column, const std::string& otherwise) {
  return known ? "i." + column : otherwise;
}

}  // namespace

std::string QuoteText(std::string_view text) {
  const std::string doubled = ReplaceAll(text, "'", "''");
  if (doubled.find('\\') == std::string::npos) return "'" + doubled + "'";
  return " E'" + ReplaceAll(doubled, "\\", "\\\\") + "'";
}

std::string TablesQuery(const TableQuery& query) {
  std::string text =
      "SELECT c.oid, c.relname, c.relkind, d.description FROM pg_catalog.pg_class c "
      "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
      "LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.objsubid = 0 "
      "AND d.classoid = 'pg_catalog.pg_class'::regclass WHERE c.relkind = ANY ('{" +
      KindsOf(query) + "}'::\"char\"[]) AND " + ClassCondition(query.schema);
  if (!query.temporary) text += " AND c.relpersistence <> 't'";
  if (!query.permanent) text += " AND c.relpersistence = 't'";
  if (!query.names.empty()) text += " AND c.relname = ANY (" + QuoteText(WriteArray(query.names)) + "::name[])";
  return text + " ORDER BY c.relname";
}

std::string ColumnsQuery(const std::vector<int>& version) {
  const bool has_identity = IsAtLeast(version, 10);
  const std::string identity =
      has_identity ? "a.attidentity, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle"
                   : "'', NULL, NULL, NULL, NULL, NULL, NULL";
  const std::string sequences =
      has_identity ? " LEFT JOIN pg_catalog.pg_depend p ON a.attidentity <> '' AND p.refobjid = a.attrelid AND "
                     "p.refobjsubid = a.attnum AND p.deptype = 'i' AND p.classid = 'pg_catalog.pg_class'::regclass AND "
                     "p.refclassid = 'pg_catalog.pg_class'::regclass "
                     "LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = p.objid"
                   : "";
  return "SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), "
         "pg_catalog.pg_get_expr(e.adbin, e.adrelid), a.attnotnull, d.description, " +
         std::string(IsAtLeast(version, 12) ? "a.attgenerated" : "''") + ", " + identity +
         ", (SELECT q.relname FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_class q ON q.oid = o.objid AND "
         "q.relkind = 'S' WHERE o.refobjid = a.attrelid AND o.refobjsubid = a.attnum AND o.deptype = 'a' AND "
         "o.classid = 'pg_catalog.pg_class'::regclass AND o.refclassid = 'pg_catalog.pg_class'::regclass LIMIT 1)"
         " FROM pg_catalog.pg_attribute a "
         "LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum AND a.atthasdef "
         "LEFT JOIN pg_catalog.pg_description d ON d.objoid = a.attrelid AND d.objsubid = a.attnum "
         "AND d.classoid = 'pg_catalog.pg_class'::regclass" +
         sequences +
         " WHERE a.attrelid = ANY ($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum";
}

std::string KeysQuery(const std::vector<int>& version) {
  return "SELECT k.conrelid, k.contype, k.conname, " + ColumnNames("i.indkey::int2[]", "k.conrelid") + ", " +
         IndexFlag(IsAtLeast(version, 11), "indnkeyatts", "i.indnatts") + ", " +
         IndexFlag(IsAtLeast(version, 15), "indnullsnotdistinct", "false") +
         ", d.description FROM pg_catalog.pg_constraint k "
         "JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid "
         "LEFT JOIN pg_catalog.pg_description d ON d.objoid = k.oid AND "
         "d.classoid = 'pg_catalog.pg_constraint'::regclass "
         "WHERE k.contype IN ('p', 'u') AND k.conrelid = ANY ($1::oid[]) ORDER BY k.conrelid, k.conname";
}

std::string ForeignKeysQuery(const std::vector<int>& version) {
  const std::string set_columns = IsAtLeast(version, 15)
                                      ? "(SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place) FROM "
                                        "unnest(k.confdelsetcols) WITH ORDINALITY AS u(number, place) JOIN "
                                        "pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number)"
                                      : "NULL";
  return "SELECT k.conrelid, k.conname, " + ColumnNames("k.conkey", "k.conrelid") + ", n.nspname, " +
         "pg_catalog.pg_table_is_visible(k.confrelid), r.relname, " + ColumnNames("k.confkey", "k.confrelid") +
         ", k.confupdtype, k.confdeltype, " + set_columns +
         ", k.confmatchtype, k.condeferrable, k.condeferred, d.description FROM pg_catalog.pg_constraint k "
         "JOIN pg_catalog.pg_class r ON r.oid = k.confrelid JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace "
         "LEFT JOIN pg_catalog.pg_description d ON d.objoid = k.oid AND "
         "d.classoid = 'pg_catalog.pg_constraint'::regclass "
         "WHERE k.contype = 'f' AND k.conrelid = ANY ($1::oid[]) ORDER BY k.conrelid, k.conname";
}

std::string ChecksQuery() {
  return "SELECT k.conrelid, k.conname, pg_catalog.pg_get_constraintdef(k.oid, true), d.description "
         "FROM pg_catalog.pg_constraint k LEFT JOIN pg_catalog.pg_description d ON d.objoid = k.oid AND "
         "d.classoid = 'pg_catalog.pg_constraint'::regclass "
         "WHERE k.contype = 'c' AND k.conrelid = ANY ($1::oid[]) ORDER BY k.conrelid, k.conname";
}

std::string IndexesQuery(const std::vector<int>& version) {
  return "SELECT i.indrelid, c.relname, i.indisunique, "
         "EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = i.indrelid AND k.conindid = i.indexrelid "
         "AND k.contype IN ('p', 'u', 'x')), "
         "i.indkey::text, i.indoption::text, c.reloptions, m.amname, pg_catalog.pg_get_expr(i.indpred, i.indrelid), " +
         IndexFlag(IsAtLeast(version, 11), "indnkeyatts", "i.indnatts") + ", " +
         IndexFlag(IsAtLeast(version, 15), "indnullsnotdistinct", "false") +
         ", ARRAY(SELECT CASE WHEN e.number = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, e.place::int, true) "
         "ELSE a.attname::text END FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS e(number, place) "
         "LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = e.number ORDER BY e.place), "
         "ARRAY(SELECT CASE WHEN o.opcdefault THEN NULL ELSE o.opcname::text END "
         "FROM unnest(i.indclass::oid[]) WITH ORDINALITY AS e(class, place) "
         "LEFT JOIN pg_catalog.pg_opclass o ON o.oid = e.class ORDER BY e.place) "
         "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
         "JOIN pg_catalog.pg_am m ON m.oid = c.relam "
         "WHERE NOT i.indisprimary AND i.indrelid = ANY ($1::oid[]) ORDER BY i.indrelid, c.relname";
}

std::string EnumsQuery(const std::optional<std::string>& schema) {
  return "SELECT t.typname, n.nspname, pg_catalog.pg_type_is_visible(t.oid), "
         "ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) "
         "FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
         "WHERE t.typtype = 'e' AND " +
         TypeCondition(schema) + " ORDER BY n.nspname, t.typname";
}

std::string EnumUsesQuery() {
  return "SELECT t.typname, n.nspname, c.relname, "
         "CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN NULL ELSE o.nspname END, a.attname, "
         "a.atttypid = t.typarray, pg_catalog.pg_get_expr(d.adbin, d.adrelid) "
         "FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
         "JOIN pg_catalog.pg_attribute a ON a.atttypid IN (t.oid, t.typarray) AND a.attnum > 0 AND NOT a.attisdropped "
         "JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition "
         "JOIN pg_catalog.pg_namespace o ON o.oid = c.relnamespace "
         "LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
         "WHERE t.typtype = 'e' ORDER BY o.nspname, c.relname, a.attnum";
}

std::string DomainsQuery(const std::optional<std::string>& schema) {
  const std::string constraints =
      " FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname)";
  return "SELECT t.typname, n.nspname, pg_catalog.pg_type_is_visible(t.oid), "
         "pg_catalog.format_type(t.typbasetype, t.typtypmod), NOT t.typnotnull, t.typdefault, l.collname, "
         "ARRAY(SELECT k.conname::text" +
         constraints + ", ARRAY(SELECT pg_catalog.pg_get_constraintdef(k.oid, true)" + constraints +
         " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
         "LEFT JOIN pg_catalog.pg_collation l ON l.oid = t.typcollation WHERE t.typtype = 'd' AND " +
         TypeCondition(schema) + " ORDER BY n.nspname, t.typname";
}

std::string SequencesQuery(const std::optional<std::string>& schema) {
  return "SELECT c.relname, n.nspname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, "
         "pg_catalog.format_type(s.seqtypid, NULL), t.relname, a.attname, p.deptype "
         "FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid "
         "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
         "LEFT JOIN pg_catalog.pg_depend p ON p.objid = c.oid AND p.classid = 'pg_catalog.pg_class'::regclass AND "
         "p.refclassid = 'pg_catalog.pg_class'::regclass AND p.deptype IN ('a', 'i') "
         "LEFT JOIN pg_catalog.pg_class t ON t.oid = p.refobjid "
         "LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid WHERE " +
         ClassCondition(schema) + " ORDER BY n.nspname, c.relname";
}

std::string NamesQuery(const std::string& kinds, const std::string& persistence,
                       const std::optional<std::string>& schema) {
  return "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
         "WHERE c.relkind = ANY ('{" +
         kinds + "}'::\"char\"[]) AND " + persistence + " AND " + ClassCondition(schema);
}

}  // namespace limbeck::inspect::postgresql
