#include "pymodules/schema_commands.h"

#include <algorithm>
#include <set>

#include "inspect/catalogue.h"
#include "pymodules/bind.h"
#include "pymodules/column_parts.h"
#include "pymodules/columns.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "schema/foreign_types.h"
#include "schema/spell.h"
#include "schema/table_order.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Value;

std::optional<std::string> SchemaText(const std::optional<sql::Name>& schema) {
  return schema ? std::optional(schema->text) : std::nullopt;
}

/// What a database has already: asked once for each kind and schema.
class Existing {
 public:
  Existing(Bind& bind, bool check) : bind_(bind), check_(check && bind.connection() != nullptr) {}

  /// False where nothing is checked.
  bool HasTable(const schema::Table& table) {
    return check_ && Names(inspect::NameKind::kTable, SchemaText(table.schema)).contains(table.name.text);
  }
  bool LacksTable(const schema::Table& table) { return check_ && !HasTable(table); }
  bool HasSequence(const schema::Sequence& sequence) {
    return check_ && Names(inspect::NameKind::kSequence, SchemaText(sequence.schema)).contains(sequence.name.text);
  }
  bool LacksSequence(const schema::Sequence& sequence) { return check_ && !HasSequence(sequence); }

  bool HasType(const sql::Name& name, const std::optional<sql::Name>& schema) {
    if (!check_) return false;
    if (!enums_) enums_ = Catalogue()->Enums("*");
    return std::any_of(enums_->begin(), enums_->end(), [&](const inspect::EnumFacts& facts) {
      return facts.name == name.text && (schema ? facts.schema == schema->text : facts.visible);
    });
  }
  bool checks() const { return check_; }

  bool HasIndex(const schema::Index& index, const schema::Table& table) {
    if (!check_ || !index.name) return false;
    const auto facts = inspect::ReadTable(bind_.connection()->driver(), table.name.text, SchemaText(table.schema));
    return facts && std::any_of(facts->indexes.begin(), facts->indexes.end(),
                                [&](const inspect::IndexFacts& known) { return known.name == index.name.text->text; });
  }

 private:
  std::unique_ptr<inspect::Catalogue> Catalogue() { return inspect::OpenCatalogue(bind_.connection()->driver()); }

  const std::set<std::string>& Names(inspect::NameKind kind, const std::optional<std::string>& schema) {
    const auto [entry, is_new] = names_.try_emplace({kind, schema});
    if (!is_new) return entry->second;
    for (std::string& name : Catalogue()->Names(kind, schema)) entry->second.insert(std::move(name));
    if (kind != inspect::NameKind::kTable) return entry->second;
    for (const auto more : {inspect::NameKind::kTemporaryTable, inspect::NameKind::kView,
                            inspect::NameKind::kMaterializedView, inspect::NameKind::kForeignTable}) {
      for (std::string& name : Catalogue()->Names(more, schema)) entry->second.insert(std::move(name));
    }
    return entry->second;
  }

  Bind& bind_;
  bool check_;
  std::map<std::pair<inspect::NameKind, std::optional<std::string>>, std::set<std::string>> names_;
  std::optional<std::vector<inspect::EnumFacts>> enums_;
};

/// The enum that a column's type is in this database, or null.
const sql::EnumDetails* EnumOf(const sql::Type& type) {
  if (type.kind == sql::TypeKind::kArray && type.item_type) return EnumOf(*type.item_type);
  const bool native = type.enumeration && type.enumeration->native && sql::IsEnum(type) && type.enumeration->name;
  return native ? &*type.enumeration : nullptr;
}

/// Types that are there already are not created with the table, and those that are not there not dropped with it.
void RememberTypes(Bind& bind, Existing& existing, const schema::Table& table, bool present) {
  if (!existing.checks()) return;
  for (const schema::Column& column : table.columns) {
    const sql::Type type = sql::ForDialect(column.type, bind.dialect().name());
    const sql::EnumDetails* details = EnumOf(type);
    if (details == nullptr) continue;
    const std::optional<sql::Name> schema = details->schema ? details->schema : std::nullopt;
    if (existing.HasType(*details->name, schema) == present) {
      bind.memory().named_types.insert({schema ? schema->text : "", details->name->text});
    }
  }
}

Value MetaDataOf(const Value& table) {
  return python::StateOf<TableState>(table)->metadata;
}

/// The table; columns that refer to others have their types.
schema::Table ReadWithTypes(Interpreter& interpreter, const Value& value) {
  std::vector<schema::Table> tables = {ReadTable(interpreter, value, "table")};
  const auto refers = [](const schema::Column& column) {
    return column.type.is_null() || !column.foreign_keys.empty();
  };
  if (std::any_of(tables[0].columns.begin(), tables[0].columns.end(), refers)) {
    for (const Value& other : TablesOf(interpreter, MetaDataOf(value))) {
      tables.push_back(ReadTable(interpreter, other, "table"));
    }
    schema::ResolveReferents(tables);
  }
  return std::move(tables[0]);
}

struct BindArguments {
  Value self;
  Value bind;
  bool checkfirst = false;
};

/// (bind, checkfirst=...)
BindArguments ReadBindArguments(Arguments& arguments, bool checkfirst) {
  BindArguments read;
  read.self = arguments.Self();
  read.bind = arguments.Required("bind");
  read.checkfirst = arguments.Bool("checkfirst", checkfirst);
  arguments.RestKeywords();
  arguments.Finish();
  return read;
}

/// Does the work on the bind, with the database's errors as the script's.
template <typename Work>
Value OnBind(Interpreter& interpreter, const BindArguments& given, Work work) {
  WithScriptErrors(interpreter, [&] {
    Bind bind(interpreter, given.bind);
    Existing existing(bind, given.checkfirst);
    work(bind, existing);
    bind.Finish();
  });
  return Value::None();
}

// ------------------------------------------------------------------------------------------ all tables

struct Collection {
  std::vector<Value> objects;
  std::vector<schema::Table> tables;
};

/// The tables of create_all(tables=...), by their keys.
Collection ReadCollection(Interpreter& interpreter, const Value& metadata, const Value& chosen) {
  Collection collection;
  if (chosen.is_empty() || chosen.is_none()) {
    LetModelsCome(interpreter, metadata);
    collection.objects = TablesOf(interpreter, metadata);
  } else {
    collection.objects = interpreter.ToVector(interpreter.Resolve(chosen));
  }
  for (const Value& table : collection.objects) collection.tables.push_back(ReadWithTypes(interpreter, table));
  return collection;
}

void Keep(Collection& collection, const std::function<bool(const schema::Table&)>& wanted) {
  Collection kept;
  for (size_t i = 0; i < collection.tables.size(); ++i) {
    if (!wanted(collection.tables[i])) continue;
    kept.objects.push_back(collection.objects[i]);
    kept.tables.push_back(std::move(collection.tables[i]));
  }
  collection = std::move(kept);
}

/// Takes the foreign keys out of a table.
std::vector<schema::ForeignKey> TakeForeignKeys(schema::Table& table) {
  std::vector<schema::ForeignKey> keys;
  for (const schema::Constraint& constraint : table.constraints) {
    if (const auto* key = std::get_if<schema::ForeignKey>(&constraint)) keys.push_back(*key);
  }
  std::erase_if(table.constraints, [](const schema::Constraint& constraint) {
    return std::holds_alternative<schema::ForeignKey>(constraint);
  });
  for (schema::Column& column : table.columns) {
    for (schema::ForeignKey& key : column.foreign_keys) {
      key.columns = {column.name};
      keys.push_back(std::move(key));
    }
    column.foreign_keys.clear();
  }
  return keys;
}

struct BindAllArguments {
  BindArguments common;
  Value tables;
};

/// (bind, tables=None, checkfirst=True)
BindAllArguments ReadBindAllArguments(Arguments& arguments) {
  BindAllArguments read;
  read.common.self = arguments.Self();
  read.common.bind = arguments.Required("bind");
  read.tables = arguments.Optional("tables");
  read.common.checkfirst = arguments.Bool("checkfirst", true);
  arguments.RestKeywords();
  arguments.Finish();
  return read;
}

void CreateCollection(Bind& bind, Existing& existing, Collection collection, const Value& metadata) {
  Keep(collection, [&](const schema::Table& table) { return !existing.HasTable(table); });
  for (const schema::Table& table : collection.tables) RememberTypes(bind, existing, table, true);
  const schema::TableOrder sorted = schema::SortTables(collection.tables);
  std::vector<ops::Operation> late;
  for (const size_t place : sorted.order) {
    schema::Table& table = collection.tables[place];
    if (sorted.keys_are_late[place] && bind.dialect().transactional_ddl()) {
      for (schema::ForeignKey& key : TakeForeignKeys(table)) {
        late.emplace_back(
            ops::AddConstraint{.table = table.name, .schema = table.schema, .constraint = std::move(key)});
      }
    }
    bind.Apply(ops::CreateTable{.table = table, .if_not_exists = {}}, metadata);
  }
  for (const ops::Operation& operation : late) bind.Apply(operation, metadata);
}

void DropCollection(Bind& bind, Existing& existing, Collection collection, const Value& metadata) {
  Keep(collection, [&](const schema::Table& table) { return !existing.LacksTable(table); });
  for (const schema::Table& table : collection.tables) RememberTypes(bind, existing, table, false);
  const schema::TableOrder sorted = schema::SortTables(collection.tables);
  for (auto place = sorted.order.rbegin(); place != sorted.order.rend(); ++place) {
    const schema::Table& table = collection.tables[*place];
    bind.Apply(
        ops::DropTable{.table = table.name, .schema = table.schema, .if_exists = {}, .options = {}, .original = table},
        metadata);
  }
}

// ------------------------------------------------------------------------------------------ indexes, types, sequences

schema::Table OwnerOf(Interpreter& interpreter, const IndexState& state) {
  if (state.table == nullptr) {
    throw Error(ErrorKind::kScript, "Index '" + (state.index.name ? state.index.name.text->text : "None") +
                                        "' is not associated with any table.")
        .ExceptionClass("sqlalchemy.exc.CompileError");
  }
  return ReadTable(interpreter, Value(state.table), "table");
}

bool IsCreatable(const sql::Type& type) {
  return EnumOf(type) != nullptr || type.domain;
}

}  // namespace

std::vector<Value> TablesOf(Interpreter& interpreter, const Value& metadata) {
  const auto* state = python::StateOf<MetaDataState>(interpreter.Resolve(metadata));
  std::vector<std::pair<std::string, Value>> named;
  for (const auto& entry : state->tables->table.entries()) {
    if (!entry.key.is_empty()) named.emplace_back(interpreter.Str(entry.key), entry.value);
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<Value> tables;
  for (auto& [name, table] : named) tables.push_back(std::move(table));
  return tables;
}

Value SortedTables(Interpreter& interpreter, const Value& metadata) {
  const Collection collection = ReadCollection(interpreter, metadata, Value());
  std::vector<Value> sorted;
  for (const size_t place : schema::SortTables(collection.tables).order) sorted.push_back(collection.objects[place]);
  return python::MakeList(std::move(sorted));
}

Value CreateAllTables(Interpreter& interpreter, Arguments& arguments) {
  const BindAllArguments given = ReadBindAllArguments(arguments);
  return OnBind(interpreter, given.common, [&](Bind& bind, Existing& existing) {
    CreateCollection(bind, existing, ReadCollection(interpreter, given.common.self, given.tables), given.common.self);
  });
}

Value DropAllTables(Interpreter& interpreter, Arguments& arguments) {
  const BindAllArguments given = ReadBindAllArguments(arguments);
  return OnBind(interpreter, given.common, [&](Bind& bind, Existing& existing) {
    DropCollection(bind, existing, ReadCollection(interpreter, given.common.self, given.tables), given.common.self);
  });
}

Value CreateOneTable(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, false);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const schema::Table table = ReadWithTypes(interpreter, given.self);
    if (existing.HasTable(table)) return;
    RememberTypes(bind, existing, table, true);
    bind.Apply(ops::CreateTable{.table = table, .if_not_exists = {}}, MetaDataOf(given.self));
  });
}

Value DropOneTable(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, false);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const schema::Table table = ReadWithTypes(interpreter, given.self);
    if (existing.LacksTable(table)) return;
    RememberTypes(bind, existing, table, false);
    bind.Apply(
        ops::DropTable{.table = table.name, .schema = table.schema, .if_exists = {}, .options = {}, .original = table},
        MetaDataOf(given.self));
  });
}

Value CreateOneIndex(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, false);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const IndexState& state = *python::StateOf<IndexState>(given.self);
    const schema::Table table = OwnerOf(interpreter, state);
    if (existing.HasIndex(state.index, table)) return;
    bind.Apply(ops::CreateIndex{.table = table.name,
                                .schema = table.schema,
                                .index = schema::NameColumns(state.index, table),
                                .if_not_exists = {}},
               MetaDataOf(Value(state.table)));
  });
}

Value DropOneIndex(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, false);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const IndexState& state = *python::StateOf<IndexState>(given.self);
    const schema::Table table = OwnerOf(interpreter, state);
    if (existing.checks() && !existing.HasIndex(state.index, table)) return;
    bind.Apply(ops::DropIndex{.name = state.index.name,
                              .table = table.name,
                              .schema = table.schema,
                              .if_exists = {},
                              .options = state.index.options,
                              .original = state.index},
               MetaDataOf(Value(state.table)));
  });
}

Value CreateOneType(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, true);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const sql::Type type = sql::ForDialect(ReadType(interpreter, given.self, "self"), bind.dialect().name());
    if (!IsCreatable(type)) return;
    const sql::EnumDetails* details = EnumOf(type);
    if (details != nullptr && existing.HasType(*details->name, details->schema)) return;
    bind.Apply(ops::CreateType{type}, Value());
  });
}

Value DropOneType(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, true);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const sql::Type type = sql::ForDialect(ReadType(interpreter, given.self, "self"), bind.dialect().name());
    if (!IsCreatable(type)) return;
    const sql::EnumDetails* details = EnumOf(type);
    if (details != nullptr && existing.checks() && !existing.HasType(*details->name, details->schema)) return;
    bind.Apply(ops::DropType{.type = type}, Value());
  });
}

Value CreateOneSequence(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, true);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const schema::Sequence& sequence = python::StateOf<SequenceState>(given.self)->sequence;
    if (!existing.HasSequence(sequence)) bind.Apply(ops::CreateSequence{.sequence = sequence}, Value());
  });
}

Value DropOneSequence(Interpreter& interpreter, Arguments& arguments) {
  const BindArguments given = ReadBindArguments(arguments, true);
  return OnBind(interpreter, given, [&](Bind& bind, Existing& existing) {
    const schema::Sequence& sequence = python::StateOf<SequenceState>(given.self)->sequence;
    if (!existing.LacksSequence(sequence)) bind.Apply(ops::DropSequence{.sequence = sequence}, Value());
  });
}

}  // namespace limbeck::pymodules
