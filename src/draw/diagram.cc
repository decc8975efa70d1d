#include "draw/diagram.h"

#include <algorithm>
#include <map>

#include "draw/groups.h"

namespace limbeck::draw {
namespace {

std::string FullName(const std::optional<sql::Name>& schema, const sql::Name& name) {
  return schema ? schema->text + "." + name.text : name.text;
}

bool Contains(const std::vector<sql::Name>& names, const sql::Name& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> Texts(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(name.text);
  return texts;
}

bool SameColumns(const std::vector<sql::Name>& one, const std::vector<sql::Name>& other) {
  return one.size() == other.size() &&
         std::all_of(one.begin(), one.end(), [&](const sql::Name& name) { return Contains(other, name); });
}

/// Whether no two rows have the same values in the columns.
bool AreUnique(const schema::Table& table, const std::vector<sql::Name>& columns) {
  if (SameColumns(table.PrimaryKeyColumns(), columns)) return true;
  return std::any_of(table.constraints.begin(), table.constraints.end(), [&](const schema::Constraint& constraint) {
    const auto* unique = std::get_if<schema::Unique>(&constraint);
    return unique != nullptr && SameColumns(unique->columns, columns);
  });
}

bool MayBeNull(const schema::Table& table, const std::vector<sql::Name>& columns) {
  return std::any_of(columns.begin(), columns.end(), [&](const sql::Name& name) {
    const schema::Column* column = table.FindColumn(name.text);
    return column != nullptr && column->is_nullable();
  });
}

class DiagramMaker {
 public:
  DiagramMaker(const std::vector<schema::Table>& tables, const TypeText& type_text)
      : sources_(tables), type_text_(type_text) {}

  Diagram Make(Columns columns) {
    for (const schema::Table& table : sources_) AddTable(table);
    for (size_t place = 0; place < sources_.size(); ++place) AddLinks(place);
    diagram_.groups = FindGroups(diagram_);
    for (size_t group = 0; group < diagram_.groups.size(); ++group) {
      for (const size_t table : diagram_.groups[group].tables) diagram_.tables[table].group = group;
    }
    const bool is_big = diagram_.tables.size() >= kBig;
    if (columns == Columns::kKeys || (columns == Columns::kAuto && is_big)) Fold();
    for (Link& link : diagram_.links) {
      link.is_far = is_big && diagram_.tables[link.from].group != diagram_.tables[link.to].group;
    }
    return std::move(diagram_);
  }

 private:
  void AddTable(const schema::Table& source) {
    Table table;
    table.name = FullName(source.schema, source.name);
    table.comment = source.comment.value_or("");
    const std::vector<sql::Name> key = source.PrimaryKeyColumns();
    for (const schema::Column& column : source.columns) {
      table.columns.push_back({.name = column.name.text,
                               .type = type_text_(column.type),
                               .in_key = Contains(key, column.name),
                               .refers = schema::HasForeignKey(source, column),
                               .nullable = column.is_nullable()});
    }
    places_.emplace(table.name, diagram_.tables.size());
    diagram_.tables.push_back(std::move(table));
  }

  void AddLinks(size_t place) {
    const schema::Table& source = sources_[place];
    for (const schema::Constraint& constraint : source.constraints) {
      const auto* key = std::get_if<schema::ForeignKey>(&constraint);
      if (key == nullptr) continue;
      const auto referent = places_.find(FullName(key->referent_schema, key->referent_table));
      if (referent == places_.end()) continue;
      diagram_.links.push_back({.from = place,
                                .to = referent->second,
                                .columns = Texts(key->columns),
                                .referents = Texts(key->referent_columns),
                                .optional = MayBeNull(source, key->columns),
                                .unique = AreUnique(source, key->columns)});
    }
  }

  void Fold() {
    for (Table& table : diagram_.tables) {
      table.folded =
          std::erase_if(table.columns, [](const Column& column) { return !column.in_key && !column.refers; });
    }
  }

  const std::vector<schema::Table>& sources_;
  const TypeText& type_text_;
  std::map<std::string, size_t> places_;
  Diagram diagram_;
};

}  // namespace

Diagram MakeDiagram(const std::vector<schema::Table>& tables, const TypeText& type_text, Columns columns) {
  return DiagramMaker(tables, type_text).Make(columns);
}

}  // namespace limbeck::draw
