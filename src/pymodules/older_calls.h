#pragma once

#include <utility>
#include <vector>

#include "python/interpreter.h"

// How scripts written for SQLAlchemy before 2.0 call it, where the words of old mean one thing only:
// select([columns], whereclause, ...), case([whens]), connection.execute("text", ...), execute(statement, name=value).

namespace limbeck::pymodules {

using OlderKeywords = std::vector<std::pair<python::Symbol, python::Value>>;

/// select([columns], whereclause, from_obj, order_by=..., ...). Takes the columns out of their list, and keeps the
/// rest.
class OlderSelect {
 public:
  /// `items` is what select() was given; nothing changes when it does not begin with a list.
  OlderSelect(python::Interpreter& interpreter, std::vector<python::Value>& items);
  bool is_older() const { return is_older_; }
  /// The select with its clauses. Throws TypeError for a keyword that select() never had.
  python::Value Apply(python::Interpreter& interpreter, python::Value select, const OlderKeywords& keywords) const;

 private:
  bool is_older_ = false;
  std::vector<python::Value> clauses_;
};

/// The items of a list that stands alone, or what was given.
std::vector<python::Value> ItemsOfOnlyList(python::Interpreter& interpreter, const std::vector<python::Value>& given);

/// The same of a list or a tuple.
std::vector<python::Value> ItemsOfOnlySequence(python::Interpreter& interpreter,
                                               const std::vector<python::Value>& given);

/// The parameters of execute(statement, *more, **named) as one value: None, one set or a list of sets.
python::Value JoinParameters(python::Interpreter& interpreter, const python::Value& first,
                             const std::vector<python::Value>& more, const OlderKeywords& named);

/// The parameters of a text for the driver, given to execute(): a list of plain values is one set of them.
python::Value DriverSets(python::Interpreter& interpreter, const python::Value& given);

}  // namespace limbeck::pymodules
