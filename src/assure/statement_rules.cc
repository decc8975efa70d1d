#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "assure/lint_rules.h"
#include "assure/postgresql_grammar.h"
#include "base/text.h"

namespace limbeck::assure {
namespace {

using Tree = nlohmann::json;

// ------------------------------------------------------------------------------------------ the tree

/// A member, or null where there is none: what stands for a default is left out of the tree.
const Tree& Member(const Tree& tree, const char* name) {
  static const Tree kNothing;
  if (!tree.is_object()) return kNothing;
  const auto found = tree.find(name);
  return found == tree.end() ? kNothing : *found;
}

std::string Text(const Tree& tree, const char* name) {
  const Tree& member = Member(tree, name);
  return member.is_string() ? member.get<std::string>() : "";
}

bool IsTrue(const Tree& tree, const char* name) {
  const Tree& member = Member(tree, name);
  return member.is_boolean() && member.get<bool>();
}

/// "schema.table"; the schema that everybody has is left out.
std::string Joined(const std::string& schema, const std::string& name) {
  return schema.empty() || schema == "public" ? name : schema + "." + name;
}

std::string TableName(const Tree& range) {
  return Joined(Text(range, "schemaname"), Text(range, "relname"));
}

/// The parts of a name, as a list of String nodes.
std::vector<std::string> Names(const Tree& list) {
  std::vector<std::string> names;
  for (const Tree& item : list) names.push_back(Text(Member(item, "String"), "sval"));
  return names;
}

std::string NameOfObject(const Tree& object) {
  if (object.contains("String")) return Text(object["String"], "sval");
  const Tree& items =
      object.contains("TypeName") ? Member(object["TypeName"], "names") : Member(Member(object, "List"), "items");
  const std::vector<std::string> names = Names(items);
  if (names.empty()) return "";
  return Joined(names.size() > 1 ? names[names.size() - 2] : "", names.back());
}

std::string QualifiedName(const Tree& list) {
  const std::vector<std::string> names = Names(list);
  return names.empty() ? "" : Joined(names.size() > 1 ? names.front() : "", names.back());
}

std::string TypeOf(const Tree& column) {
  const std::vector<std::string> names = Names(Member(Member(column, "typeName"), "names"));
  return names.empty() ? "" : names.back();
}

/// Calls `visit` with each node of a kind, however deep.
template <typename Visit>
void ForEachNode(const Tree& tree, const char* kind, Visit visit) {
  if (!tree.is_structured()) return;
  if (tree.is_object() && tree.contains(kind)) visit(tree[kind]);
  for (const Tree& inner : tree) ForEachNode(inner, kind, visit);
}

const Tree* FindConstraint(const Tree& column, const char* kind) {
  for (const Tree& constraint : Member(column, "constraints")) {
    const Tree& found = Member(constraint, "Constraint");
    if (Text(found, "contype") == kind) return &found;
  }
  return nullptr;
}

/// Whether an option of the statement's parentheses is on.
bool HasOption(const Tree& options, const char* name) {
  return std::any_of(options.begin(), options.end(),
                     [&](const Tree& option) { return Text(Member(option, "DefElem"), "defname") == name; });
}

/// Functions that are asked once for the whole statement: PostgreSQL keeps the value beside the table.
bool IsAskedOnce(const std::string& function) {
  constexpr std::array<const char*, 14> kStable = {"now",
                                                   "transaction_timestamp",
                                                   "statement_timestamp",
                                                   "current_setting",
                                                   "current_database",
                                                   "current_schema",
                                                   "to_timestamp",
                                                   "timezone",
                                                   "date_trunc",
                                                   "concat",
                                                   "lower",
                                                   "upper",
                                                   "jsonb_build_object",
                                                   "jsonb_build_array"};
  return std::find(kStable.begin(), kStable.end(), function) != kStable.end();
}

bool IsVolatile(const Tree& expression) {
  bool found = false;
  ForEachNode(expression, "FuncCall", [&](const Tree& call) {
    const std::vector<std::string> names = Names(Member(call, "funcname"));
    found |= !names.empty() && !IsAskedOnce(names.back());
  });
  return found;
}

bool IsSerial(const std::string& type) {
  return type == "serial" || type == "bigserial" || type == "smallserial" || type == "serial4" || type == "serial8";
}

/// Of UTF-8: a name is not cut in the middle of a sign.
constexpr size_t kLongestSign = 4;

bool IsPartOfName(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr const char* kAutocommit = "inside `with op.get_context().autocommit_block():`";
constexpr const char* kExpand = "stop using it in one release, and change it in the next";

/// Calls `visit` with the kind and the tree of each statement of a text.
template <typename Visit>
void ForEachStatement(const std::string& sql, Visit visit) {
  const Tree parsed = Tree::parse(ParsePostgresql(sql));
  for (const Tree& one : Member(parsed, "stmts")) {
    const Tree& tree = Member(one, "stmt");
    if (tree.is_object() && !tree.empty()) visit(tree.begin().key(), tree.begin().value());
  }
}

}  // namespace

std::vector<std::string> EnumsMade(const std::string& sql) {
  std::vector<std::string> made;
  ForEachStatement(sql, [&](const std::string& kind, const Tree& tree) {
    if (kind == "CreateEnumStmt") made.push_back(QualifiedName(Member(tree, "typeName")));
  });
  return made;
}

std::vector<std::string> TypesDropped(const std::string& sql) {
  std::vector<std::string> dropped;
  ForEachStatement(sql, [&](const std::string& kind, const Tree& tree) {
    if (kind != "DropStmt" || Text(tree, "removeType") != "OBJECT_TYPE") return;
    for (const Tree& object : Member(tree, "objects")) dropped.push_back(NameOfObject(object));
  });
  return dropped;
}

// ------------------------------------------------------------------------------------------ the rules

/// The state of a run, and a function for each kind of statement.
class StatementRules::Run {
 public:
  explicit Run(bool is_postgresql) : is_postgresql_(is_postgresql) {}

  void Check(const LintStatement& statement) {
    statement_ = &statement;
    const Tree parsed = Tree::parse(ParsePostgresql(statement.sql));
    for (const Tree& one : Member(parsed, "stmts")) CheckOne(one);
  }

  std::vector<LintFinding> Take() { return std::move(findings_); }

 private:
  using Rule = void (Run::*)(const Tree& statement);

  static const std::map<std::string, Rule>& Rules() {
    static const std::map<std::string, Rule> kRules = {{"AlterDomainStmt", &Run::AlterDomain},
                                                       {"AlterEnumStmt", &Run::AlterEnum},
                                                       {"AlterTableStmt", &Run::AlterTable},
                                                       {"ClusterStmt", &Run::Cluster},
                                                       {"CreateDomainStmt", &Run::CreateDomain},
                                                       {"CreateEnumStmt", &Run::CreateEnum},
                                                       {"CreateStmt", &Run::CreateTable},
                                                       {"CreateTableAsStmt", &Run::CreateTableAs},
                                                       {"DeleteStmt", &Run::ChangeRows},
                                                       {"DropStmt", &Run::Drop},
                                                       {"DropdbStmt", &Run::DropDatabase},
                                                       {"IndexStmt", &Run::CreateIndex},
                                                       {"LockStmt", &Run::Lock},
                                                       {"RefreshMatViewStmt", &Run::Refresh},
                                                       {"ReindexStmt", &Run::Reindex},
                                                       {"RenameStmt", &Run::Rename},
                                                       {"TransactionStmt", &Run::Transaction},
                                                       {"TruncateStmt", &Run::Truncate},
                                                       {"UpdateStmt", &Run::ChangeRows},
                                                       {"VacuumStmt", &Run::Vacuum}};
    return kRules;
  }

  void CheckOne(const Tree& one) {
    // Places count bytes; a length of 0 is "to the end".
    const size_t begin = Member(one, "stmt_location").is_number() ? one["stmt_location"].get<size_t>() : 0;
    const size_t length = Member(one, "stmt_len").is_number() ? one["stmt_len"].get<size_t>() : std::string::npos;
    text_ = std::string(Trim(std::string_view(statement_->sql).substr(begin, length)));
    const Tree& tree = Member(one, "stmt");
    if (!tree.is_object() || tree.empty()) return;
    CheckEnumValues(tree);
    const auto rule = Rules().find(tree.begin().key());
    if (rule != Rules().end()) (this->*rule->second)(tree.begin().value());
  }

  void Report(const char* name, std::string message, std::string hint) {
    const LintRule* rule = FindLintRule(name);
    if (rule->is_postgresql && !is_postgresql_) return;
    findings_.push_back({rule, statement_->revision, std::move(message), std::move(hint), statement_->place, text_});
  }

  bool IsNew(const std::string& table) const { return new_tables_.count(table) != 0; }

  /// What has been done in the transaction that the statement is part of.
  struct TransactionState {
    std::set<std::string> enum_values;
    std::set<std::string> altered_tables;
  };
  TransactionState& State() { return transactions_[statement_->transaction]; }
  bool InTransaction() const { return statement_->transaction != 0; }

  // ---------------------------------------------------------------- tables

  void CreateTable(const Tree& tree) {
    const std::string table = TableName(Member(tree, "relation"));
    new_tables_.insert(table);
    CheckLength(Text(Member(tree, "relation"), "relname"));
    std::set<std::string> keys;
    for (const Tree& element : Member(tree, "tableElts")) {
      const Tree& constraint = Member(element, "Constraint");
      if (Text(constraint, "contype") != "CONSTR_PRIMARY") continue;
      for (const std::string& name : Names(Member(constraint, "keys"))) keys.insert(name);
    }
    for (const Tree& element : Member(tree, "tableElts")) {
      const Tree& column = Member(element, "ColumnDef");
      if (column.is_null()) {
        CheckLength(Text(Member(element, "Constraint"), "conname"));
      } else {
        CheckColumn(column, keys.size() == 1 && keys.count(Text(column, "colname")) != 0);
      }
    }
  }

  void CreateTableAs(const Tree& tree) { new_tables_.insert(TableName(Member(Member(tree, "into"), "rel"))); }

  /// What is said of a column in a new table and in an old one.
  void CheckColumn(const Tree& column, bool is_key) {
    const std::string name = Text(column, "colname");
    const std::string type = TypeOf(column);
    CheckLength(name);
    if (type == "bpchar") {
      Report("ban-char-field", fmt::format("column {} is char(n), which pads its values with blanks", name),
             "use text, or varchar with a limit");
    }
    if (type == "json") Report("prefer-jsonb", fmt::format("column {} is json", name), "use jsonb");
    if (type == "timestamp") {
      Report("prefer-timestamp-tz", fmt::format("column {} has no time zone", name),
             "use sa.DateTime(timezone=True), timestamptz");
    }
    const bool is_small = type == "int4" || type == "int2" || type == "serial" || type == "smallserial";
    if (is_small && (is_key || FindConstraint(column, "CONSTR_PRIMARY") != nullptr)) {
      Report("prefer-bigint-over-int", fmt::format("primary key {} has at most 32 bits", name),
             "use sa.BigInteger, where the table may grow");
    }
  }

  void AlterTable(const Tree& tree) {
    const std::string table = TableName(Member(tree, "relation"));
    if (Text(tree, "objtype") != "OBJECT_TABLE") return;
    for (const Tree& item : Member(tree, "cmds")) {
      const Tree& command = Member(item, "AlterTableCmd");
      if (!AlterColumn(table, command)) AlterWhole(table, command);
    }
    State().altered_tables.insert(table);
  }

  bool AlterColumn(const std::string& table, const Tree& command) {
    const std::string kind = Text(command, "subtype");
    const std::string column = Text(command, "name");
    if (kind == "AT_AddColumn") {
      AddColumn(table, Member(Member(command, "def"), "ColumnDef"));
    } else if (IsNew(table)) {
      return kind != "AT_DetachPartition";
    } else if (kind == "AT_DropColumn") {
      Report("ban-drop-column", fmt::format("{}.{} goes with its data", table, column), kExpand);
    } else if (kind == "AT_SetNotNull" && checked_tables_.count(table) == 0) {
      Report("adding-not-nullable-field",
             fmt::format("NOT NULL on {}.{} reads the whole table while nobody can use it", table, column),
             fmt::format("first ADD CONSTRAINT ... CHECK ({} IS NOT NULL) NOT VALID and VALIDATE CONSTRAINT", column));
    } else if (kind == "AT_DropNotNull") {
      Report("ban-drop-not-null", fmt::format("{}.{} may be NULL from now on", table, column),
             "make sure that programs can read NULL first");
    } else if (kind == "AT_AlterColumnType") {
      Report("changing-column-type",
             fmt::format("another type for {}.{} rewrites the table while nobody can use it", table, column),
             "add a new column, fill it, and turn to it");
    } else {
      return false;
    }
    return true;
  }

  void AlterWhole(const std::string& table, const Tree& command) {
    const std::string kind = Text(command, "subtype");
    if (kind == "AT_AddConstraint") {
      AddConstraint(table, Member(Member(command, "def"), "Constraint"), "");
    } else if (kind == "AT_ValidateConstraint") {
      checked_tables_.insert(table);
    } else if (kind == "AT_SetLogged" || kind == "AT_SetUnLogged" || kind == "AT_SetTableSpace") {
      Report("rewriting-table", fmt::format("{} is written anew while nobody can use it", table), "");
    } else if (kind == "AT_DetachPartition" && !IsTrue(Member(Member(command, "def"), "PartitionCmd"), "concurrent")) {
      Report("require-concurrent-partition-detach", fmt::format("DETACH PARTITION blocks all of {}", table),
             fmt::format("DETACH PARTITION ... CONCURRENTLY {}", kAutocommit));
    }
  }

  void AddColumn(const std::string& table, const Tree& column) {
    CheckColumn(column, false);
    if (IsNew(table)) return;
    const std::string name = table + "." + Text(column, "colname");
    const Tree* const fallback = FindConstraint(column, "CONSTR_DEFAULT");
    const bool is_made = IsSerial(TypeOf(column)) || FindConstraint(column, "CONSTR_GENERATED") != nullptr ||
                         FindConstraint(column, "CONSTR_IDENTITY") != nullptr;
    if (is_made) {
      Report("adding-generated-field", fmt::format("{} is computed for every row, which rewrites the table", name),
             "add a plain column, fill it in portions, and give it its default then");
    } else if (fallback != nullptr && IsVolatile(Member(*fallback, "raw_expr"))) {
      Report("adding-field-with-volatile-default",
             fmt::format("the default of {} differs from row to row, which rewrites the table", name),
             "add the column without it, set the default then, and fill old rows in portions");
    }
    const bool is_required = FindConstraint(column, "CONSTR_NOTNULL") != nullptr;
    if (is_required && fallback == nullptr && !is_made) {
      Report("adding-required-field", fmt::format("{} is NOT NULL and has no default: rows that exist have none", name),
             "give it a server_default, or add it nullable, fill it and set NOT NULL then");
    }
    for (const Tree& item : Member(column, "constraints")) AddConstraint(table, Member(item, "Constraint"), name);
  }

  /// `column` is that of a column's own constraint.
  void AddConstraint(const std::string& table, const Tree& constraint, const std::string& column) {
    if (IsNew(table)) return;
    CheckLength(Text(constraint, "conname"));
    const std::string kind = Text(constraint, "contype");
    const bool is_valid = !IsTrue(constraint, "skip_validation");
    const std::string what = column.empty() ? Text(constraint, "conname") : "of " + column;
    if (kind == "CONSTR_FOREIGN" && is_valid) {
      Report("adding-foreign-key-constraint",
             fmt::format("foreign key {} blocks writes to {} and {} until all rows are checked", what, table,
                         TableName(Member(constraint, "pktable"))),
             "create it with postgresql_not_valid=True, and VALIDATE CONSTRAINT in a later revision");
    } else if (kind == "CONSTR_CHECK" && is_valid) {
      Report("constraint-missing-not-valid",
             fmt::format("check {} reads all of {} while nobody can use it", what, table),
             "create it with postgresql_not_valid=True, and VALIDATE CONSTRAINT in a later revision");
    } else if ((kind == "CONSTR_UNIQUE" || kind == "CONSTR_PRIMARY" || kind == "CONSTR_EXCLUSION") &&
               Text(constraint, "indexname").empty()) {
      Report("disallowed-unique-constraint",
             fmt::format("key {} builds its index while nobody can use {}", what, table),
             fmt::format("create the unique index CONCURRENTLY {}, then ADD CONSTRAINT ... USING INDEX", kAutocommit));
    }
  }

  void Rename(const Tree& tree) {
    const std::string kind = Text(tree, "renameType");
    const std::string table = TableName(Member(tree, "relation"));
    const std::string name = Text(tree, "newname");
    CheckLength(name);
    if (kind == "OBJECT_TABLE") {
      if (IsNew(table)) {
        new_tables_.insert(name);
      } else {
        Report("renaming-table", fmt::format("{} is {} from now on", table, name), kExpand);
      }
    } else if (kind == "OBJECT_COLUMN" && !IsNew(table)) {
      Report("renaming-column", fmt::format("{}.{} is {} from now on", table, Text(tree, "subname"), name), kExpand);
    } else if (kind == "OBJECT_SCHEMA") {
      Report("renaming-table", fmt::format("schema {} is {} from now on", Text(tree, "subname"), name), kExpand);
    }
  }

  void Drop(const Tree& tree) {
    const std::string kind = Text(tree, "removeType");
    for (const Tree& object : Member(tree, "objects")) {
      const std::string name = NameOfObject(object);
      if (kind == "OBJECT_TABLE" && !IsNew(name)) {
        Report("ban-drop-table", fmt::format("{} goes with its data", name), kExpand);
      } else if (kind == "OBJECT_SCHEMA") {
        Report("ban-drop-schema", fmt::format("schema {} goes with all that is in it", name), "");
      } else if (kind == "OBJECT_INDEX" && !IsTrue(tree, "concurrent") && new_indexes_.count(name) == 0) {
        Report("require-concurrent-index-deletion",
               fmt::format("DROP INDEX {} blocks its table until all queries on it are done", name),
               fmt::format("drop it with postgresql_concurrently=True {}", kAutocommit));
      }
    }
    if (kind == "OBJECT_INDEX" && IsTrue(tree, "concurrent")) CheckConcurrently("DROP INDEX");
  }

  void DropDatabase(const Tree& tree) {
    Report("ban-drop-database", fmt::format("database {} goes", Text(tree, "dbname")), "");
  }

  void Truncate(const Tree& tree) {
    for (const Tree& item : Member(tree, "relations")) {
      const std::string table = TableName(Member(item, "RangeVar"));
      const bool cascades = Text(tree, "behavior") == "DROP_CASCADE";
      if (IsNew(table)) continue;
      Report("ban-truncate",
             fmt::format("all rows of {} go{}", table, cascades ? ", and of all tables that refer to it" : ""), "");
    }
  }

  // ---------------------------------------------------------------- indexes

  void CreateIndex(const Tree& tree) {
    const std::string table = TableName(Member(tree, "relation"));
    const std::string name = Text(tree, "idxname");
    CheckLength(name);
    new_indexes_.insert(name);
    if (Member(tree, "indexParams").size() > 3 && !IsTrue(tree, "unique")) {
      Report("wide-index", fmt::format("index {} has {} columns", name, Member(tree, "indexParams").size()),
             "put the columns that select most first, and leave the others out");
    }
    if (IsTrue(tree, "concurrent")) return CheckConcurrently("CREATE INDEX");
    if (IsNew(table)) return;
    Report("require-concurrent-index-creation",
           fmt::format("CREATE INDEX {} blocks writes to {} until it is built", name, table),
           fmt::format("create it with postgresql_concurrently=True {}", kAutocommit));
  }

  void CheckConcurrently(const char* statement) {
    if (!InTransaction()) return;
    Report("ban-concurrent-index-creation-in-transaction",
           fmt::format("{} CONCURRENTLY fails inside a transaction", statement), fmt::format("put it {}", kAutocommit));
  }

  void Reindex(const Tree& tree) {
    if (HasOption(Member(tree, "params"), "concurrently")) return CheckConcurrently("REINDEX");
    Report("require-concurrent-reindex", "REINDEX blocks writes until the index is built",
           fmt::format("REINDEX (CONCURRENTLY) {}", kAutocommit));
  }

  void Refresh(const Tree& tree) {
    if (IsTrue(tree, "concurrent")) return;
    Report("require-concurrent-refresh",
           fmt::format("nobody can read {} until it is filled", TableName(Member(tree, "relation"))),
           "REFRESH MATERIALIZED VIEW CONCURRENTLY, which takes a unique index");
  }

  // ---------------------------------------------------------------- types

  void CreateEnum(const Tree& tree) { new_types_.insert(QualifiedName(Member(tree, "typeName"))); }

  void AlterEnum(const Tree& tree) {
    const std::string type = QualifiedName(Member(tree, "typeName"));
    if (!Text(tree, "oldVal").empty()) {
      Report("renaming-enum-value",
             fmt::format("'{}' of {} is '{}' from now on", Text(tree, "oldVal"), type, Text(tree, "newVal")), kExpand);
    } else if (InTransaction() && new_types_.count(type) == 0) {
      State().enum_values.insert(Text(tree, "newVal"));
    }
  }

  /// The statement that adds a value does not hold it as a constant.
  void CheckEnumValues(const Tree& tree) {
    if (!InTransaction() || State().enum_values.empty()) return;
    std::set<std::string> used;
    ForEachNode(tree, "A_Const", [&](const Tree& constant) {
      const std::string value = Text(Member(constant, "sval"), "sval");
      if (State().enum_values.count(value) != 0) used.insert(value);
    });
    for (const std::string& value : used) {
      Report("enum-value-in-use",
             fmt::format("'{}' is added in the same transaction, and cannot be used before its end", value),
             fmt::format("add the value {}, or in a revision of its own with transaction_per_migration", kAutocommit));
    }
  }

  void CreateDomain(const Tree& tree) {
    if (Member(tree, "constraints").empty()) return;
    Report("ban-domain-with-constraint",
           fmt::format("domain {} has a constraint, which cannot be changed without a look at every table",
                       QualifiedName(Member(tree, "domainname"))),
           "put the CHECK on the tables");
  }

  void AlterDomain(const Tree& tree) {
    if (Text(tree, "subtype") != "C") return;
    Report("ban-domain-with-constraint",
           fmt::format("every table with domain {} is read", QualifiedName(Member(tree, "typeName"))),
           "put the CHECK on the tables");
  }

  // ---------------------------------------------------------------- rows and locks

  void ChangeRows(const Tree& tree) {
    const std::string table = TableName(Member(tree, "relation"));
    if (IsNew(table)) return;
    if (Member(tree, "whereClause").is_null()) {
      Report("changing-rows-without-where", fmt::format("every row of {} is touched", table),
             "name the rows in portions, so that others get their turn");
    }
    if (!InTransaction() || State().altered_tables.count(table) == 0) return;
    Report("changing-rows-beside-schema",
           fmt::format("rows of {} change in the transaction that altered it: nobody can use it meanwhile", table),
           "change the rows in a revision of their own, with transaction_per_migration");
  }

  void Lock(const Tree&) { Report("locking-table", "LOCK TABLE keeps others out until the run is over", ""); }

  void Cluster(const Tree& tree) {
    Report("rewriting-table",
           fmt::format("CLUSTER writes {} anew while nobody can use it", TableName(Member(tree, "relation"))), "");
  }

  void Vacuum(const Tree& tree) {
    if (!HasOption(Member(tree, "options"), "full")) return;
    Report("rewriting-table", "VACUUM FULL writes the table anew while nobody can use it", "");
  }

  void Transaction(const Tree& tree) {
    const std::string kind = Text(tree, "kind");
    if (kind == "TRANS_STMT_SAVEPOINT" || kind == "TRANS_STMT_RELEASE" || kind == "TRANS_STMT_ROLLBACK_TO") return;
    Report("transaction-nesting", "the run's transaction begins or ends in the script",
           fmt::format("what cannot be in a transaction goes {}", kAutocommit));
  }

  /// The grammar has cut the name already: the text has more of it.
  void CheckLength(const std::string& name) {
    constexpr size_t kLongest = 63;
    if (name.size() + kLongestSign <= kLongest) return;
    const std::string text = ToLower(text_);
    const size_t found = text.find(ToLower(name));
    const size_t end = found == std::string::npos ? found : found + name.size();
    if (end >= text.size() || !IsPartOfName(text[end])) return;
    Report("identifier-too-long", fmt::format("PostgreSQL cuts the name {}... at {} bytes", name, kLongest),
           "give it a shorter name");
  }

  const bool is_postgresql_;
  const LintStatement* statement_ = nullptr;
  std::string text_;
  std::vector<LintFinding> findings_;

  std::set<std::string> new_tables_;
  std::set<std::string> new_indexes_;
  std::set<std::string> new_types_;
  /// Those of which a constraint was validated.
  std::set<std::string> checked_tables_;
  std::map<int, TransactionState> transactions_;
};

StatementRules::StatementRules(bool is_postgresql) : run_(std::make_unique<Run>(is_postgresql)) {}
StatementRules::~StatementRules() = default;

void StatementRules::Check(const LintStatement& statement) {
  run_->Check(statement);
}

std::vector<LintFinding> StatementRules::Take() {
  return run_->Take();
}

}  // namespace limbeck::assure
