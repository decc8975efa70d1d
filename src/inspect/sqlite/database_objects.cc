#include "inspect/sqlite/database_objects.h"

#include "base/text.h"
#include "driver/sql_text.h"

namespace limbeck::inspect::sqlite {

std::vector<ObjectFacts> ReadObjects(driver::Connection& connection) {
  std::vector<ObjectFacts> objects;
  for (const driver::Row row : connection.Execute("SELECT type, name, tbl_name, sql FROM sqlite_master "
                                                  "WHERE type IN ('view', 'trigger') AND sql IS NOT NULL "
                                                  "ORDER BY rowid")) {
    ObjectFacts object;
    object.kind = row[0].ToString();
    object.name = row[1].ToString();
    object.create = {row[3].ToString()};
    object.drop = "DROP " + ToUpper(object.kind) + " " + driver::QuoteName(object.name);
    object.key = object.kind + " " + object.name;
    if (object.kind == "trigger") object.needs = {"view " + row[2].ToString()};
    objects.push_back(std::move(object));
  }
  return objects;
}

}  // namespace limbeck::inspect::sqlite
