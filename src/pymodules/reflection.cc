#include "pymodules/reflection.h"

#include "pymodules/bind.h"
#include "pymodules/expressions.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/text_values.h"
#include "pymodules/type_classes.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::Value;

/// A dict with keys in the order in which they are set.
class Dict {
 public:
  Dict& Set(const char* key, Value value) {
    dict_->table.Set(Symbol::Intern(key), std::move(value));
    return *this;
  }
  operator Value() const { return dict_; }

 private:
  python::Ref<python::DictObject> dict_ = python::MakeDict();
};

Value Texts(const std::vector<std::string>& texts) {
  std::vector<Value> items;
  for (const std::string& text : texts) items.push_back(python::MakeStr(text));
  return python::MakeList(std::move(items));
}
Value Texts(const std::vector<sql::Name>& names) {
  std::vector<Value> items;
  for (const sql::Name& name : names) items.push_back(python::MakeStr(name.text));
  return python::MakeList(std::move(items));
}

Value Number(const std::optional<int64_t>& number) {
  return number ? Value::Int(*number) : Value::None();
}

std::string SqlOf(const sql::Expression& expression) {
  const auto* text = expression.As<sql::Text>();
  return text == nullptr ? std::string() : text->sql;
}

Value WrapIdentity(const schema::Identity& identity) {
  const schema::SequenceOptions& options = identity.options;
  return Dict()
      .Set("always", Value::Bool(identity.always))
      .Set("start", Number(options.start))
      .Set("increment", Number(options.increment))
      .Set("minvalue", Number(options.minvalue))
      .Set("maxvalue", Number(options.maxvalue))
      .Set("cache", Number(options.cache))
      .Set("cycle", Value::Bool(options.cycle.value_or(false)));
}

Value WrapColumnFacts(Interpreter& interpreter, const inspect::ColumnFacts& facts, bool is_sqlite) {
  Dict dict;
  dict.Set("name", python::MakeStr(facts.name))
      .Set("type", WrapType(interpreter, facts.type))
      .Set("nullable", Value::Bool(facts.nullable))
      .Set("default", TextOrNone(facts.default_text));
  if (is_sqlite) {
    dict.Set("primary_key", Value::Int(facts.key_position));
  } else {
    dict.Set("autoincrement", Value::Bool(facts.autoincrement.value_or(false)))
        .Set("comment", TextOrNone(facts.comment));
  }
  if (facts.computed) {
    dict.Set("computed", Dict()
                             .Set("sqltext", python::MakeStr(*facts.computed))
                             .Set("persisted", Value::Bool(facts.computed_is_stored)));
  }
  if (facts.identity) dict.Set("identity", WrapIdentity(*facts.identity));
  return dict;
}

Value WrapPrimaryKey(const std::optional<schema::PrimaryKey>& key, bool is_sqlite) {
  Dict dict;
  dict.Set("constrained_columns", Texts(key ? key->columns : std::vector<sql::Name>()));
  dict.Set("name", key ? TextOrNone(key->name.text) : Value::None());
  if (key && !is_sqlite)
    dict.Set("comment", TextOrNone(key->comment)).Set("dialect_options", WrapOptions(key->options));
  return dict;
}

Value WrapForeignKey(const schema::ForeignKey& key, bool is_sqlite) {
  Dict options;
  if (key.onupdate) options.Set("onupdate", TextOrNone(key.onupdate));
  if (key.ondelete) options.Set("ondelete", TextOrNone(key.ondelete));
  if (key.initially) options.Set("initially", TextOrNone(key.initially));
  if (key.deferrable) options.Set("deferrable", Value::Bool(*key.deferrable));
  if (key.match) options.Set("match", TextOrNone(key.match));
  Dict dict;
  dict.Set("name", TextOrNone(key.name.text))
      .Set("constrained_columns", Texts(key.columns))
      .Set("referred_schema", TextOrNone(key.referent_schema))
      .Set("referred_table", python::MakeStr(key.referent_table.text))
      .Set("referred_columns", Texts(key.referent_columns))
      .Set("options", options);
  if (!is_sqlite) dict.Set("comment", TextOrNone(key.comment));
  return dict;
}

Value WrapUnique(const schema::Unique& unique, bool is_sqlite) {
  if (is_sqlite) return Dict().Set("name", TextOrNone(unique.name.text)).Set("column_names", Texts(unique.columns));
  return Dict()
      .Set("column_names", Texts(unique.columns))
      .Set("name", TextOrNone(unique.name.text))
      .Set("comment", TextOrNone(unique.comment))
      .Set("dialect_options", WrapOptions(unique.options));
}

Value WrapCheck(const schema::Check& check, bool is_sqlite) {
  const Value text = python::MakeStr(SqlOf(check.condition));
  if (is_sqlite) return Dict().Set("sqltext", text).Set("name", TextOrNone(check.name.text));
  Dict dict;
  dict.Set("name", TextOrNone(check.name.text)).Set("sqltext", text).Set("comment", TextOrNone(check.comment));
  Dict options;
  for (const auto& [name, value] : check.options.items()) options.Set(name.c_str(), WrapOption(value));
  if (!check.options.empty()) dict.Set("dialect_options", options);
  return dict;
}

Value WrapSorting(const inspect::IndexFacts& facts) {
  const auto sorting = python::MakeDict();
  for (const inspect::IndexFacts::Element& element : facts.elements) {
    if (element.sorting.empty()) continue;
    std::vector<Value> words;
    for (const std::string& word : element.sorting) words.push_back(python::MakeStr(word));
    sorting->table.Set(Symbol::Intern(element.text), python::MakeTuple(std::move(words)));
  }
  return sorting->table.size() == 0 ? Value() : Value(sorting);
}

Value WrapIndexFacts(const inspect::IndexFacts& facts, bool is_sqlite) {
  std::vector<Value> columns;
  std::vector<Value> texts;
  bool computes = false;
  for (const inspect::IndexFacts::Element& element : facts.elements) {
    texts.push_back(python::MakeStr(element.text));
    columns.push_back(element.is_expression ? Value::None() : texts.back());
    computes = computes || element.is_expression;
  }
  Dict dict;
  dict.Set("name", python::MakeStr(facts.name));
  if (is_sqlite) {
    dict.Set("column_names", python::MakeList(std::move(columns))).Set("unique", Value::Int(facts.unique ? 1 : 0));
    return dict.Set("dialect_options", WrapOptions(facts.options));
  }
  dict.Set("unique", Value::Bool(facts.unique)).Set("column_names", python::MakeList(std::move(columns)));
  if (computes) dict.Set("expressions", python::MakeList(std::move(texts)));
  if (const Value sorting = WrapSorting(facts); !sorting.is_empty()) dict.Set("column_sorting", sorting);
  if (facts.duplicates_constraint) dict.Set("duplicates_constraint", TextOrNone(facts.duplicates_constraint));
  if (facts.include_columns) dict.Set("include_columns", Texts(*facts.include_columns));
  if (!facts.options.empty()) dict.Set("dialect_options", WrapOptions(facts.options));
  return dict;
}

template <typename Items, typename Wrap>
Value WrapAll(const Items& items, Wrap wrap) {
  std::vector<Value> values;
  for (const auto& item : items) values.push_back(wrap(item));
  return python::MakeList(std::move(values));
}

const char* NameOfKind(inspect::TableKind kind) {
  if (kind == inspect::TableKind::kView) return "view";
  return kind == inspect::TableKind::kMaterializedView ? "materialized_view" : "table";
}

Value WrapTableFacts(Interpreter& interpreter, const inspect::TableFacts& facts, bool is_sqlite) {
  return Dict()
      .Set("name", python::MakeStr(facts.name))
      .Set("kind", python::MakeStr(NameOfKind(facts.kind)))
      .Set("columns",
           WrapAll(facts.columns, [&](const auto& column) { return WrapColumnFacts(interpreter, column, is_sqlite); }))
      .Set("pk_constraint", WrapPrimaryKey(facts.primary_key, is_sqlite))
      .Set("foreign_keys", WrapAll(facts.foreign_keys, [&](const auto& key) { return WrapForeignKey(key, is_sqlite); }))
      .Set("indexes", WrapAll(facts.indexes, [&](const auto& index) { return WrapIndexFacts(index, is_sqlite); }))
      .Set("unique_constraints",
           WrapAll(facts.uniques, [&](const auto& unique) { return WrapUnique(unique, is_sqlite); }))
      .Set("check_constraints", WrapAll(facts.checks, [&](const auto& check) { return WrapCheck(check, is_sqlite); }))
      .Set("table_comment", Dict().Set("text", TextOrNone(facts.comment)))
      .Set("column_warnings", Texts(facts.column_warnings))
      .Set("key_warnings", Texts(facts.key_warnings))
      .Set("index_warnings", Texts(facts.index_warnings));
}

/// Asks the catalogue of a bind, with the database's errors as the script's.
template <typename Work>
Value Ask(Interpreter& interpreter, const Value& given, Work work) {
  return WithScriptErrors(interpreter, [&] {
    Bind bind(interpreter, given);
    if (bind.connection() == nullptr) {
      throw Error(ErrorKind::kCommand, "the database cannot be looked at in --sql mode");
    }
    Value answer = work(*inspect::OpenCatalogue(bind.connection()->driver()), bind.connection()->driver());
    bind.Finish();
    return answer;
  });
}

std::optional<std::string> SchemaOf(Arguments& arguments) {
  return arguments.OptionalString("schema");
}

/// tables(bind, schema, names, kinds, scopes): kinds is a text of "t", "v", "m"; scopes of "p", "t".
Value Tables(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  inspect::TableQuery query;
  query.schema = SchemaOf(arguments);
  const Value names = arguments.OrNone("names");
  if (!names.is_none()) {
    interpreter.ForEach(names, [&](const Value& name) { query.names.push_back(interpreter.Str(name)); });
  }
  const std::string kinds = arguments.String("kinds", "tvm");
  const std::string scopes = arguments.String("scopes", "pt");
  arguments.Finish();
  const auto has = [](const std::string& text, char letter) { return text.find(letter) != std::string::npos; };
  query.tables = has(kinds, 't');
  query.views = has(kinds, 'v');
  query.materialized_views = has(kinds, 'm');
  query.permanent = has(scopes, 'p');
  query.temporary = has(scopes, 't');
  return Ask(interpreter, bind, [&](inspect::Catalogue& catalogue, driver::Connection& connection) {
    const bool is_sqlite = connection.backend() == driver::Backend::kSqlite;
    return WrapAll(catalogue.Tables(query),
                   [&](const auto& facts) { return WrapTableFacts(interpreter, facts, is_sqlite); });
  });
}

inspect::NameKind ReadKind(const std::string& text) {
  static const std::map<std::string, inspect::NameKind> kKinds = {
      {"table", inspect::NameKind::kTable},
      {"temporary table", inspect::NameKind::kTemporaryTable},
      {"view", inspect::NameKind::kView},
      {"temporary view", inspect::NameKind::kTemporaryView},
      {"materialized view", inspect::NameKind::kMaterializedView},
      {"foreign table", inspect::NameKind::kForeignTable},
      {"sequence", inspect::NameKind::kSequence}};
  return kKinds.at(text);
}

Value Names(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  const inspect::NameKind kind = ReadKind(arguments.String("kind"));
  const std::optional<std::string> schema = SchemaOf(arguments);
  arguments.Finish();
  return Ask(interpreter, bind,
             [&](inspect::Catalogue& catalogue, driver::Connection&) { return Texts(catalogue.Names(kind, schema)); });
}

Value SchemaNames(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  arguments.Finish();
  return Ask(interpreter, bind,
             [&](inspect::Catalogue& catalogue, driver::Connection&) { return Texts(catalogue.SchemaNames()); });
}

Value DefaultSchema(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  arguments.Finish();
  return Ask(interpreter, bind, [&](inspect::Catalogue& catalogue, driver::Connection&) {
    return python::MakeStr(catalogue.DefaultSchema());
  });
}

Value HasTable(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  const std::string name = arguments.String("name");
  const std::optional<std::string> schema = SchemaOf(arguments);
  arguments.Finish();
  return Ask(interpreter, bind, [&](inspect::Catalogue& catalogue, driver::Connection&) {
    return Value::Bool(catalogue.HasTable(name, schema));
  });
}

Value ViewDefinition(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  const std::string name = arguments.String("name");
  const std::optional<std::string> schema = SchemaOf(arguments);
  arguments.Finish();
  return Ask(interpreter, bind, [&](inspect::Catalogue& catalogue, driver::Connection&) {
    return TextOrNone(catalogue.ViewDefinition(name, schema));
  });
}

Value Enums(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  const std::optional<std::string> schema = SchemaOf(arguments);
  arguments.Finish();
  return Ask(interpreter, bind, [&](inspect::Catalogue& catalogue, driver::Connection&) {
    return WrapAll(catalogue.Enums(schema), [](const inspect::EnumFacts& facts) {
      return Value(Dict()
                       .Set("name", python::MakeStr(facts.name))
                       .Set("schema", python::MakeStr(facts.schema))
                       .Set("visible", Value::Bool(facts.visible))
                       .Set("labels", Texts(facts.labels)));
    });
  });
}

Value Domains(Interpreter& interpreter, Arguments& arguments) {
  const Value bind = arguments.Required("bind");
  const std::optional<std::string> schema = SchemaOf(arguments);
  arguments.Finish();
  const auto wrap_check = [](const std::pair<std::string, std::string>& check) {
    return Value(Dict().Set("name", python::MakeStr(check.first)).Set("check", python::MakeStr(check.second)));
  };
  return Ask(interpreter, bind, [&](inspect::Catalogue& catalogue, driver::Connection&) {
    return WrapAll(catalogue.Domains(schema), [&](const inspect::DomainFacts& facts) {
      return Value(Dict()
                       .Set("name", python::MakeStr(facts.name))
                       .Set("schema", python::MakeStr(facts.schema))
                       .Set("visible", Value::Bool(facts.visible))
                       .Set("type", python::MakeStr(facts.type))
                       .Set("nullable", Value::Bool(facts.nullable))
                       .Set("default", TextOrNone(facts.default_text))
                       .Set("constraints", WrapAll(facts.checks, wrap_check))
                       .Set("collation", TextOrNone(facts.collation)));
    });
  });
}

constexpr python::NativeFunction kFunctions[] = {
    {"tables", Tables},
    {"names", Names},
    {"schema_names", SchemaNames},
    {"default_schema", DefaultSchema},
    {"has_table", HasTable},
    {"view_definition", ViewDefinition},
    {"enums", Enums},
    {"domains", Domains},
};

struct ToValue {
  Value operator()(const sql::None&) const { return Value::None(); }
  Value operator()(bool value) const { return Value::Bool(value); }
  Value operator()(int64_t value) const { return Value::Int(value); }
  Value operator()(double value) const { return Value::Float(value); }
  Value operator()(const std::string& text) const { return python::MakeStr(text); }
  Value operator()(const sql::Expression& expression) const { return WrapExpression(expression); }
  Value operator()(const schema::OptionList& list) const { return WrapAll(list, WrapOption); }
  Value operator()(const schema::OptionMap& map) const {
    Dict dict;
    for (const auto& [name, value] : map) dict.Set(name.c_str(), WrapOption(value));
    return dict;
  }
};

}  // namespace

Value WrapOption(const schema::OptionValue& value) {
  return std::visit(ToValue(), value.data);
}

Value WrapOptions(const schema::Options& options) {
  Dict dict;
  for (const auto& [name, value] : options.items()) dict.Set(name.c_str(), WrapOption(value));
  return dict;
}

void FillReflection(Interpreter&, python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
}

Value InspectSubject(Interpreter& interpreter, Arguments& arguments) {
  const Value subject = arguments.Required("subject");
  const bool raiseerr = arguments.Bool("raiseerr", true);
  arguments.Finish();
  const Value module = interpreter.Import("sqlalchemy.engine.reflection");
  return interpreter.CallMethod(module, "_inspect", {interpreter.Resolve(subject), Value::Bool(raiseerr)});
}

}  // namespace limbeck::pymodules
