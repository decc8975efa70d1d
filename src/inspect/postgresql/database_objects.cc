#include "inspect/postgresql/database_objects.h"

#include <map>

#include "base/text.h"
#include "inspect/postgresql/array_text.h"
#include "inspect/postgresql/queries.h"

namespace limbeck::inspect::postgresql {
namespace {

// Each query gives kind, schema, name, statements that make it, the one that drops it, shape, catalogue and oid. %OWN%
// is the condition on c and its schema n; %NAME% is the name with its schema where that is not %SCHEMA%, the
// connection's own.

constexpr const char* kViews = R"(
SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, n.nspname, c.relname::text,
       ARRAY['CREATE ' || CASE c.relkind WHEN 'v' THEN 'VIEW ' ELSE 'MATERIALIZED VIEW ' END || %NAME% ||
               coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '') || ' AS' || E'\n' ||
               rtrim(pg_get_viewdef(c.oid, true), ';')] ||
         ARRAY(SELECT replace(pg_get_indexdef(i.indexrelid), ' ON ' || quote_ident(%SCHEMA%) || '.', ' ON ')
               FROM pg_index i WHERE i.indrelid = c.oid ORDER BY i.indexrelid) ||
         ARRAY(SELECT 'COMMENT ON ' || CASE c.relkind WHEN 'v' THEN 'VIEW ' ELSE 'MATERIALIZED VIEW ' END || %NAME% ||
                        ' IS ' || quote_literal(d.description)
               FROM pg_description d WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0),
       'DROP ' || CASE c.relkind WHEN 'v' THEN 'VIEW ' ELSE 'MATERIALIZED VIEW ' END || %NAME%,
       CASE c.relkind WHEN 'v' THEN
         (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
          FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) END,
       'pg_class', c.oid
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND %OWN%)";

constexpr const char* kFunctions = R"(
SELECT CASE c.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, n.nspname,
       c.proname || '(' || pg_get_function_identity_arguments(c.oid) || ')',
       ARRAY[rtrim(replace(pg_get_functiondef(c.oid),
                           CASE c.prokind WHEN 'p' THEN ' PROCEDURE ' ELSE ' FUNCTION ' END || quote_ident(%SCHEMA%) ||
                             '.' || quote_ident(c.proname) || '(',
                           CASE c.prokind WHEN 'p' THEN ' PROCEDURE ' ELSE ' FUNCTION ' END || quote_ident(c.proname) ||
                             '('), E'\n')] ||
         ARRAY(SELECT 'COMMENT ON ' || CASE c.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || %NAME% ||
                        '(' || pg_get_function_identity_arguments(c.oid) || ') IS ' || quote_literal(d.description)
               FROM pg_description d WHERE d.classoid = 'pg_proc'::regclass AND d.objoid = c.oid),
       'DROP ' || CASE c.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || %NAME% || '(' ||
         pg_get_function_identity_arguments(c.oid) || ')',
       pg_get_function_arguments(c.oid) || ' -> ' || coalesce(pg_get_function_result(c.oid), ''), 'pg_proc', c.oid
FROM pg_proc c JOIN pg_namespace n ON n.oid = c.pronamespace WHERE c.prokind IN ('f', 'p', 'w') AND %OWN%)";

// A partition has those of its table.
constexpr const char* kTriggers = R"(
SELECT 'trigger', n.nspname, c.relname || '.' || t.tgname,
       ARRAY[replace(pg_get_triggerdef(t.oid, true), ' ON ' || quote_ident(%SCHEMA%) || '.', ' ON ')],
       'DROP TRIGGER ' || quote_ident(t.tgname) || ' ON ' || %NAME%, NULL, 'pg_trigger', t.oid
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND %OWN%
  AND NOT EXISTS (SELECT FROM pg_depend p WHERE p.classid = 'pg_trigger'::regclass AND p.objid = t.oid AND
                  p.refclassid = 'pg_trigger'::regclass))";

constexpr const char* kPolicies = R"(
SELECT 'policy', n.nspname, c.relname || '.' || p.polname,
       ARRAY[concat_ws(' ', 'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || %NAME%,
                       CASE WHEN NOT p.polpermissive THEN 'AS RESTRICTIVE' END,
                       CASE p.polcmd WHEN 'r' THEN 'FOR SELECT' WHEN 'a' THEN 'FOR INSERT' WHEN 'w' THEN 'FOR UPDATE'
                                     WHEN 'd' THEN 'FOR DELETE' END,
                       'TO ' || (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE quote_ident(pg_get_userbyid(r)) END,
                                                   ', ') FROM unnest(p.polroles) r),
                       'USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                       'WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')],
       'DROP POLICY ' || quote_ident(p.polname) || ' ON ' || %NAME%, NULL, 'pg_policy', p.oid
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %OWN%)";

// A property of a table, and a thing that comes and goes: its number is that of the table, its catalogue its own.
constexpr const char* kRowSecurity = R"(
SELECT 'row security', n.nspname, c.relname::text,
       ARRAY['ALTER TABLE ' || %NAME% || ' ENABLE ROW LEVEL SECURITY'] ||
         CASE WHEN c.relforcerowsecurity THEN ARRAY['ALTER TABLE ' || %NAME% || ' FORCE ROW LEVEL SECURITY']
              ELSE ARRAY[]::text[] END,
       'ALTER TABLE ' || %NAME% || CASE WHEN c.relforcerowsecurity THEN ' NO FORCE ROW LEVEL SECURITY,' ELSE '' END ||
         ' DISABLE ROW LEVEL SECURITY', NULL, 'row security', c.oid
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relrowsecurity AND %OWN%)";

constexpr const char* kExtensions = R"(
SELECT 'extension', '', extname::text, ARRAY['CREATE EXTENSION IF NOT EXISTS ' || quote_ident(extname)],
       'DROP EXTENSION IF EXISTS ' || quote_ident(extname), NULL, 'pg_extension', oid
FROM pg_extension WHERE extname <> 'plpgsql')";

// What a rule needs, its view needs. Triggers and policies are of their table, and do not mind what it loses but the
// columns that they name.
constexpr const char* kNeeds = R"(
SELECT DISTINCT CASE WHEN r.oid IS NULL THEN d.classid::regclass::text ELSE 'pg_class' END || ' ' ||
         coalesce(r.ev_class, d.objid), v.need
FROM pg_depend d LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
LEFT JOIN pg_class t ON d.refclassid = 'pg_class'::regclass AND t.oid = d.refobjid AND t.relkind IN ('r', 'p', 'f')
LEFT JOIN pg_namespace n ON n.oid = t.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid AND a.attnum > 0
LEFT JOIN pg_type e ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (e.oid, e.typarray) AND e.typtype = 'e'
LEFT JOIN pg_namespace o ON o.oid = e.typnamespace
CROSS JOIN LATERAL (SELECT CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || t.relname,
                           CASE WHEN o.nspname = current_schema() THEN '' ELSE o.nspname || '.' END || e.typname)
           AS f (tablename, typename)
CROSS JOIN LATERAL (VALUES (coalesce('table ' || f.tablename, 'type ' || f.typename,
                                     d.refclassid::regclass::text || ' ' || d.refobjid)),
                           ('column ' || f.tablename || '.' || a.attname)) v(need)
WHERE v.need IS NOT NULL AND d.deptype IN ('n', 'a') AND d.objid >= 16384 AND d.refobjid >= 16384
  AND coalesce(r.ev_class, d.objid) <> d.refobjid
  AND NOT (t.oid IS NOT NULL AND d.deptype = 'a' AND d.classid IN ('pg_trigger'::regclass, 'pg_policy'::regclass))
  AND d.classid IN ('pg_rewrite'::regclass, 'pg_class'::regclass, 'pg_proc'::regclass, 'pg_trigger'::regclass,
                    'pg_policy'::regclass))";

struct Query {
  const char* text;
  const char* catalogue;
};
constexpr Query kQueries[] = {{kViews, "pg_class"},
                              {kFunctions, "pg_proc"},
                              {kTriggers, "pg_class"},
                              {kPolicies, "pg_class"},
                              {kRowSecurity, "pg_class"}};

std::string Fill(const Query& query, const std::string& own) {
  const bool is_function = std::string(query.catalogue) == "pg_proc";
  const std::string name =
      std::string("CASE WHEN n.nspname = %SCHEMA% THEN '' ELSE quote_ident(n.nspname) || '.' END") +
      " || quote_ident(" + (is_function ? "c.proname" : "c.relname") + ")";
  std::string text = ReplaceAll(query.text, "%NAME%", name);
  text = ReplaceAll(text, "%SCHEMA%", QuoteText(own));
  return ReplaceAll(text, "%OWN%",
                    "n.nspname NOT LIKE 'pg!_%' ESCAPE '!' AND n.nspname <> 'information_schema' AND NOT EXISTS "
                    "(SELECT FROM pg_depend e WHERE e.classid = '" +
                        std::string(query.catalogue) + "'::regclass AND e.objid = c.oid AND e.deptype = 'e')");
}

std::string WholeQuery(const std::string& own) {
  std::string text;
  for (const Query& query : kQueries) text += Fill(query, own) + "\nUNION ALL";
  return "SELECT * FROM (" + text + kExtensions +
         ") AS o (kind, nspname, name, made, dropped, shape, catalogue, oid) " + "ORDER BY oid";
}

}  // namespace

std::vector<ObjectFacts> ReadObjects(driver::Connection& connection) {
  const std::string own = connection.CurrentSchema();
  std::multimap<std::string, std::string> needs;
  for (const driver::Row row : connection.Execute(kNeeds)) needs.emplace(row[0].ToString(), row[1].ToString());
  std::vector<ObjectFacts> objects;
  for (const driver::Row row : connection.Execute(WholeQuery(own))) {
    ObjectFacts object{
        row[0].ToString(), row[2].ToString(), {}, ReadTexts(row[3].AsText()), row[4].ToString(), {}, {}, {}};
    const std::string schema = row[1].ToString();
    if (!schema.empty() && schema != own) object.schema = schema;
    if (!row[5].is_null()) object.shape = row[5].ToString();
    object.key = row[6].ToString() + " " + row[7].ToString();
    const auto [first, last] = needs.equal_range(object.key);
    for (auto need = first; need != last; ++need) object.needs.push_back(need->second);
    objects.push_back(std::move(object));
  }
  return objects;
}

}  // namespace limbeck::inspect::postgresql
