#include "pymodules/results.h"

#include <algorithm>
#include <limits>

#include "pymodules/expressions.h"
#include "pymodules/loaded_values.h"
#include "pymodules/postgresql_values.h"
#include "pymodules/script_exceptions.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

// ------------------------------------------------------------------------------------------ rows

/// A row: a tuple that also knows its columns' names.
struct RowState : python::NativeState {
  std::shared_ptr<const std::vector<std::string>> names;
  std::vector<Value> values;
};

const RowState& RowOf(const Value& self) {
  return *python::StateOf<RowState>(self);
}

size_t IndexOfName(const RowState& row, const std::string& name) {
  for (size_t i = 0; i < row.names->size(); ++i) {
    if ((*row.names)[i] == name) return i;
  }
  return row.names->size();
}

Value MappingOf(Interpreter& interpreter, const Value& self) {
  const RowState& row = RowOf(self);
  const auto mapping = python::MakeDict();
  for (size_t i = 0; i < row.values.size(); ++i) {
    mapping->table.Set(interpreter, python::MakeStr((*row.names)[i]), row.values[i]);
  }
  return mapping;
}

Value RowFields(Interpreter&, const Value& self) {
  std::vector<Value> names;
  for (const std::string& name : *RowOf(self).names) names.push_back(python::MakeStr(name));
  return python::MakeTuple(std::move(names));
}

Value RowAsDict(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MappingOf(interpreter, self);
}

/// Columns stand before methods, as on SQLAlchemy's rows; only names with an underscore are the row's own.
Value RowAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  const RowState& row = RowOf(self);
  const size_t index = IndexOfName(row, name.text());
  if (index < row.values.size()) return row.values[index];
  if (name.text() == "_mapping") return MappingOf(interpreter, self);
  if (name.text() == "_fields") return RowFields(interpreter, self);
  if (name.text() == "_tuple" || name.text() == "_t") return python::MakeTuple(row.values);
  if (name.text() == "count" || name.text() == "index") {
    return interpreter.GetAttribute(python::MakeTuple(row.values), name);
  }
  const Value* method = python::TypeOf(self)->Find(name);
  return method == nullptr ? Value() : Value(python::Make<python::BoundMethodObject>(*method, self));
}

/// The name that a key of a row means, as rows before SQLAlchemy 2.0 took it: a text, or a column; else null.
const std::string* NameOfKey(const Value& key, std::string& column_name) {
  if (const auto* text = python::Cast<python::StrObject>(key)) return &text->text();
  const sql::Expression* column = FindExpression(key);
  if (column == nullptr) return nullptr;
  column_name = sql::NaturalName(*column);
  return &column_name;
}

Value RowItem(Interpreter& interpreter, const Value& self, const Value& key) {
  std::string column_name;
  if (const std::string* name = NameOfKey(key, column_name)) {
    const size_t index = IndexOfName(RowOf(self), *name);
    if (index < RowOf(self).values.size()) return RowOf(self).values[index];
    throw Error(ErrorKind::kScript, "Could not locate column in row for column '" + *name + "'")
        .ExceptionClass("sqlalchemy.exc.NoSuchColumnError");
  }
  return interpreter.GetItem(python::MakeTuple(RowOf(self).values), key);
}
Value IterateRow(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(python::MakeTuple(RowOf(self).values));
}
int64_t RowLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(RowOf(self).values.size());
}
std::string RowRepr(Interpreter& interpreter, const Value& self) {
  return interpreter.Repr(python::MakeTuple(RowOf(self).values));
}
uint64_t RowHash(Interpreter& interpreter, const Value& self) {
  return interpreter.Hash(python::MakeTuple(RowOf(self).values));
}
Value CompareRows(Interpreter& interpreter, const Value& self, const Value& other, python::CompareOp op) {
  const auto* row = python::StateOf<RowState>(other);
  return interpreter.Compare(python::MakeTuple(RowOf(self).values),
                             row == nullptr ? other : python::MakeTuple(row->values), op);
}

/// keys(), values() and items(), which rows had before SQLAlchemy 2.0.
template <const char* const& kName>
Value RowAsMapping(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return interpreter.CallMethod(MappingOf(interpreter, self), kName, {});
}

constexpr const char* kKeys = "keys";
constexpr const char* kValues = "values";
constexpr const char* kItems = "items";
constexpr python::NativeMethod kRowMethods[] = {{"_asdict", RowAsDict},
                                                {kKeys, RowAsMapping<kKeys>},
                                                {kValues, RowAsMapping<kValues>},
                                                {kItems, RowAsMapping<kItems>}};

const TypeObject* RowClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.get_attribute = RowAttribute;
    slots.get_item = RowItem;
    slots.iterate = IterateRow;
    slots.length = RowLength;
    slots.repr = RowRepr;
    slots.str = RowRepr;
    slots.hash = RowHash;
    slots.compare = CompareRows;
    return python::MakeNativeType(
        {.name = "Row", .module = "sqlalchemy.engine.row", .methods = kRowMethods, .slots = slots});
  }();
  return kClass;
}

// ------------------------------------------------------------------------------------------ results

/// What a result gives for each row.
enum class Shape { kRows, kScalars, kMappings };

struct ResultState : python::NativeState {
  explicit ResultState(Outcome made) : outcome(std::move(made)), returns_rows(outcome.rows != nullptr) {}

  Outcome outcome;  ///< without rows once they were all given
  bool returns_rows;
  std::shared_ptr<const std::vector<std::string>> names;
  Shape shape = Shape::kRows;
  size_t scalar_column = 0;
  /// The stream stands at a row that was not given yet. It is moved on as soon as a row is taken, as sqlite3 does, so
  /// that the database knows at once when there are no more.
  bool is_ahead = false;

  /// columns(): those of the stream that rows have.
  std::optional<std::vector<size_t>> chosen;
  /// unique(): the rows that were given; null without.
  python::Ref<python::DictObject> seen;

  size_t ColumnAt(size_t index) const { return chosen ? (*chosen)[index] : index; }
  bool Advance() {
    is_ahead = outcome.rows->Next();
    if (is_ahead) return true;
    outcome.row_count = outcome.rows->row_count();
    Close();
    return false;
  }
  /// No more rows are wanted: the database may forget them.
  void Close() { outcome.rows.reset(); }
};

ResultState& Result(Arguments& arguments) {
  return *python::StateOf<ResultState>(arguments.Self());
}

void RequireRows(const ResultState& state) {
  if (state.returns_rows) return;
  throw Error(ErrorKind::kScript, "This result object does not return rows. It has been closed automatically.")
      .ExceptionClass("ResourceClosedError");
}

Value ReadColumn(Interpreter& interpreter, const ResultState& state, size_t column) {
  const std::vector<sql::Type>& types = state.outcome.types;
  if (column < types.size()) {
    Value value = LoadCell(interpreter, *state.outcome.rows, column, types[column]);
    const EnumMembers* members = state.outcome.members[column].get();
    return members == nullptr ? value : members->Find(interpreter, value);
  }
  const driver::RowStream& rows = *state.outcome.rows;
  return ReadCell(interpreter, rows.row()[column], rows.columns()[column]);
}

/// The row that the stream is at.
Value MakeRow(Interpreter& interpreter, const ResultState& state) {
  if (state.shape == Shape::kScalars) return ReadColumn(interpreter, state, state.ColumnAt(state.scalar_column));
  auto made = std::make_unique<RowState>();
  made->names = state.names;
  const size_t columns = state.names->size();
  for (size_t i = 0; i < columns; ++i) made->values.push_back(ReadColumn(interpreter, state, state.ColumnAt(i)));
  const Value value = python::MakeInstance(RowClass(), std::move(made));
  return state.shape == Shape::kMappings ? MappingOf(interpreter, value) : value;
}

/// False for a row that unique() has seen.
bool IsNew(Interpreter& interpreter, ResultState& state, const Value& row) {
  if (!state.seen) return true;
  if (state.seen->table.Find(interpreter, row) != nullptr) return false;
  state.seen->table.Set(interpreter, row, Value::None());
  return true;
}

/// The next row, or empty.
Value TakeRow(Interpreter& interpreter, ResultState& state) {
  return WithScriptErrors(interpreter, [&] {
    RequireRows(state);
    while (state.outcome.rows && (state.is_ahead || state.Advance())) {
      Value row = MakeRow(interpreter, state);
      state.Advance();
      if (IsNew(interpreter, state, row)) return row;
    }
    return Value();
  });
}

Value FetchOne(Interpreter& interpreter, Arguments& arguments) {
  ResultState& state = Result(arguments);
  arguments.Finish();
  const Value row = TakeRow(interpreter, state);
  return row.is_empty() ? Value::None() : row;
}

/// first(): the row, and no more of the result.
Value First(Interpreter& interpreter, Arguments& arguments) {
  ResultState& state = Result(arguments);
  arguments.Finish();
  const Value row = TakeRow(interpreter, state);
  state.Close();
  return row.is_empty() ? Value::None() : row;
}

Value FetchAll(Interpreter& interpreter, Arguments& arguments) {
  ResultState& state = Result(arguments);
  arguments.Finish();
  std::vector<Value> rows;
  for (Value row = TakeRow(interpreter, state); !row.is_empty(); row = TakeRow(interpreter, state)) rows.push_back(row);
  return python::MakeList(std::move(rows));
}

Value FetchMany(Interpreter& interpreter, Arguments& arguments) {
  ResultState& state = Result(arguments);
  const int64_t size = arguments.Int("size", 1);
  arguments.Finish();
  std::vector<Value> rows;
  while (static_cast<int64_t>(rows.size()) < size) {
    Value row = TakeRow(interpreter, state);
    if (row.is_empty()) break;
    rows.push_back(std::move(row));
  }
  return python::MakeList(std::move(rows));
}

/// one(), one_or_none(), scalar_one(), scalar_one_or_none().
template <bool kScalar, bool kOrNone>
Value ExactlyOne(Interpreter& interpreter, Arguments& arguments) {
  ResultState& state = Result(arguments);
  arguments.Finish();
  return WithScriptErrors(interpreter, [&] {
    if (kScalar) state.shape = Shape::kScalars;
    const Value row = TakeRow(interpreter, state);
    const bool has_more = state.outcome.rows != nullptr;
    state.Close();
    if (has_more) {
      throw Error(ErrorKind::kScript, kOrNone ? "Multiple rows were found when one or none was required"
                                              : "Multiple rows were found when exactly one was required")
          .ExceptionClass("MultipleResultsFound");
    }
    if (!row.is_empty()) return row;
    if (kOrNone) return Value(Value::None());
    throw Error(ErrorKind::kScript, "No row was found when one was required").ExceptionClass("NoResultFound");
  });
}

Value Scalar(Interpreter& interpreter, Arguments& arguments) {
  ResultState& state = Result(arguments);
  arguments.Finish();
  state.shape = Shape::kScalars;
  const Value value = TakeRow(interpreter, state);
  state.Close();
  return value.is_empty() ? Value::None() : value;
}

Value Scalars(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  auto& state = *python::StateOf<ResultState>(self);
  state.scalar_column = static_cast<size_t>(arguments.Int("index", 0));
  arguments.Finish();
  state.shape = Shape::kScalars;
  return self;
}

Value Mappings(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  python::StateOf<ResultState>(self)->shape = Shape::kMappings;
  return self;
}

Value Keys(Interpreter&, Arguments& arguments) {
  const ResultState& state = Result(arguments);
  arguments.Finish();
  std::vector<Value> names;
  for (const std::string& name : *state.names) names.push_back(python::MakeStr(name));
  return python::MakeList(std::move(names));
}

Value IteratePartitions(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  auto& result = *python::StateOf<ResultState>(self);
  const std::optional<int64_t> asked = arguments.OptionalInt("size");
  arguments.Finish();
  constexpr int64_t kAll = std::numeric_limits<int64_t>::max();
  const int64_t size = asked.value_or(result.outcome.partition_size > 0 ? result.outcome.partition_size : kAll);
  return python::MakeIterator([self, size](Interpreter& interpreter) {
    auto& state = *python::StateOf<ResultState>(self);
    std::vector<Value> rows;
    while (static_cast<int64_t>(rows.size()) < size) {
      Value row = TakeRow(interpreter, state);
      if (row.is_empty()) break;
      rows.push_back(std::move(row));
    }
    return rows.empty() ? Value() : Value(python::MakeList(std::move(rows)));
  });
}

Value YieldPer(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  python::StateOf<ResultState>(self)->outcome.partition_size = arguments.Int("num");
  arguments.Finish();
  return self;
}

/// columns(0, "name"): only these, in this order.
Value Columns(Interpreter& interpreter, Arguments& arguments) {
  Value self = arguments.Self();
  auto& state = *python::StateOf<ResultState>(self);
  std::vector<size_t> chosen;
  std::vector<std::string> names;
  for (const Value& given : arguments.Rest()) {
    const Value wanted = interpreter.Resolve(given);
    const auto found = std::find(state.names->begin(), state.names->end(), interpreter.Str(wanted));
    const size_t index =
        wanted.is_int() ? static_cast<size_t>(wanted.int_value()) : static_cast<size_t>(found - state.names->begin());
    if (index >= state.names->size()) {
      throw Error(ErrorKind::kScript, "Could not locate column in row for column '" + interpreter.Str(wanted) + "'")
          .ExceptionClass("NoSuchColumnError");
    }
    chosen.push_back(state.ColumnAt(index));
    names.push_back((*state.names)[index]);
  }
  arguments.Finish();
  state.chosen = std::move(chosen);
  state.names = std::make_shared<const std::vector<std::string>>(std::move(names));
  return self;
}

/// unique(): rows that were given already are left out.
Value Unique(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Rest();
  python::StateOf<ResultState>(self)->seen = python::MakeDict();
  return self;
}

/// tuples() changes nothing here.
Value ReturnSelf(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Rest();
  arguments.RestKeywords();
  return self;
}

Value CloseResult(Interpreter&, Arguments& arguments) {
  ResultState& state = Result(arguments);
  arguments.Finish();
  state.Close();
  return Value::None();
}

Value RowCount(Interpreter&, const Value& self) {
  return Value::Int(python::StateOf<ResultState>(self)->outcome.row_count);
}
Value ReturnsRows(Interpreter&, const Value& self) {
  return Value::Bool(python::StateOf<ResultState>(self)->returns_rows);
}
Value LastRowId(Interpreter&, const Value& self) {
  return Value::Int(python::StateOf<ResultState>(self)->outcome.last_insert_rowid.value_or(0));
}

Value IterateResult(Interpreter&, const Value& self) {
  return python::MakeIterator(
      [self](Interpreter& interpreter) { return TakeRow(interpreter, *python::StateOf<ResultState>(self)); });
}
Value NextRow(Interpreter& interpreter, const Value& self) {
  return TakeRow(interpreter, *python::StateOf<ResultState>(self));
}

constexpr python::NativeMethod kResultMethods[] = {
    {"fetchone", FetchOne},
    {"fetchall", FetchAll},
    {"all", FetchAll},
    {"fetchmany", FetchMany},
    {"first", First},
    {"one", ExactlyOne<false, false>},
    {"one_or_none", ExactlyOne<false, true>},
    {"scalar_one", ExactlyOne<true, false>},
    {"scalar_one_or_none", ExactlyOne<true, true>},
    {"scalar", Scalar},
    {"scalars", Scalars},
    {"mappings", Mappings},
    {"keys", Keys},
    {"partitions", IteratePartitions},
    {"yield_per", YieldPer},
    {"columns", Columns},
    {"unique", Unique},
    {"tuples", ReturnSelf},
    {"close", CloseResult},
};

Value InsertedPrimaryKey(Interpreter& interpreter, const Value& self) {
  const auto& key = python::StateOf<ResultState>(self)->outcome.inserted_key;
  if (key) return python::MakeTuple(*key);
  RaiseAsScript(interpreter, Error(ErrorKind::kScript, "Statement is not an insert() expression construct.")
                                 .ExceptionClass("InvalidRequestError"));
}

constexpr python::NativeProperty kResultProperties[] = {{"inserted_primary_key", InsertedPrimaryKey},
                                                        {"rowcount", RowCount},
                                                        {"returns_rows", ReturnsRows},
                                                        {"lastrowid", LastRowId}};

const TypeObject* ResultClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.iterate = IterateResult;
    slots.next = NextRow;
    return python::MakeNativeType({.name = "CursorResult",
                                   .module = "sqlalchemy.engine.cursor",
                                   .methods = kResultMethods,
                                   .properties = kResultProperties,
                                   .slots = slots});
  }();
  return kClass;
}

}  // namespace

Value ReadCell(Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column) {
  switch (cell.kind()) {
    case driver::CellKind::kNull:
      return Value::None();
    case driver::CellKind::kInteger:
      return Value::Int(cell.AsInteger());
    case driver::CellKind::kReal:
      return Value::Float(cell.AsReal());
    case driver::CellKind::kBlob:
      return python::MakeBytes(std::string(cell.AsText()));
    case driver::CellKind::kText:
      break;
  }
  return ReadPostgresqlText(interpreter, cell.AsText(), column.type);
}

Value LoadCell(Interpreter& interpreter, const driver::RowStream& rows, size_t column, const sql::Type& type) {
  return LoadedValue(interpreter, rows.row()[column], rows.columns()[column], type);
}

Value WrapResult(Outcome outcome) {
  auto state = std::make_unique<ResultState>(std::move(outcome));
  std::vector<std::string> names;
  if (state->returns_rows) {
    for (const driver::Column& column : state->outcome.rows->columns()) names.push_back(column.name);
  }
  state->names = std::make_shared<const std::vector<std::string>>(std::move(names));
  return python::MakeInstance(ResultClass(), std::move(state));
}

void AddResultClasses(python::ModuleObject& module) {
  const auto set = [&module](const char* name, const TypeObject* type) {
    module.globals().Set(Symbol::Intern(name), Value(type));
  };
  set("Row", RowClass());
  for (const char* name : {"Result", "CursorResult", "ScalarResult", "MappingResult"}) set(name, ResultClass());
}

}  // namespace limbeck::pymodules
