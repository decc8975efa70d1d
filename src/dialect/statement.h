#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sql/type.h"
#include "sql/value.h"

namespace limbeck::dialect {

/// How parameters look in a statement's text.
enum class ParameterStyle {
  kNative,    ///< what the driver of this program sends: $1 or ?
  kScript,    ///< what the database's Python driver takes: %(name)s, where every other % is doubled, or ?
  kNamed,     ///< :name, in --sql output of the stock templates
  kPyformat,  ///< %(name)s, where every other % is doubled: --sql output of an env.py without dialect_opts
};

struct Parameter {
  std::string name;
  sql::Value value;
  sql::Type type;
  bool operator==(const Parameter&) const = default;
};

/// How the database takes a statement inside of a transaction.
enum class InTransaction {
  kFine,
  /// What it makes cannot be used before the commit: ALTER TYPE ... ADD VALUE.
  kHidden,
  /// It is an error there: CREATE INDEX CONCURRENTLY.
  kRefused,
};

/// One statement for the database.
struct Statement {
  /// As SQLAlchemy compiles it, tabs and line ends included: SQLite keeps this text in sqlite_master.
  std::string text;
  /// In the order of their places in the text.
  std::vector<Parameter> parameters;
  ParameterStyle style = ParameterStyle::kNative;
  InTransaction in_transaction = InTransaction::kFine;
  bool operator==(const Statement&) const = default;
};

/// A statement's text with its values written into it.
struct SentText {
  std::string text;
  /// Where pieces of it come from: offsets in this text and in the statement's, ascending.
  struct Piece {
    size_t sent = 0;
    size_t marked = 0;
    bool operator==(const Piece&) const = default;
  };
  std::vector<Piece> pieces;

  /// A position that the database tells (in code points from 1; 0: none), as one in the statement's own text. Inside a
  /// value it is where the value's mark begins.
  int PositionIn(const Statement& statement, int position) const;
};

/// The statement as `--sql` prints it: tabs as four blanks, trimmed, with the terminator.
std::string OfflineText(const Statement& statement);

}  // namespace limbeck::dialect
