#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <variant>

#include "schema/constraint.h"
#include "schema/table.h"

namespace limbeck::schema {

/// MetaData(naming_convention={"ix": "...", "fk": "...", ...}): templates by kind ("ix", "uq", "ck", "fk", "pk"),
/// with the tokens that SQLAlchemy knows, and tokens of the project's own, which are Python functions.
class NamingConvention {
 public:
  using CustomToken =
      std::function<std::string(const std::variant<const Constraint*, const Index*>& subject, const Table& table)>;

  /// SQLAlchemy's own: only indexes, "ix_%(column_0_label)s".
  NamingConvention();
  explicit NamingConvention(std::map<std::string, std::string> templates,
                            std::map<std::string, CustomToken> custom_tokens = {})
      : templates_(std::move(templates)), custom_tokens_(std::move(custom_tokens)) {}

  /// The name that a constraint of the table gets: its own, or what the convention makes of it; none when there is
  /// neither. Throws Error (kScript, InvalidRequestError) when the template needs a name that is not there, and
  /// KeyError for a token that does not exist.
  ConstraintName Resolve(const Constraint& constraint, const Table& table) const;
  ConstraintName Resolve(const Index& index, const Table& table) const;

  const std::map<std::string, std::string>& templates() const { return templates_; }

 private:
  std::map<std::string, std::string> templates_;
  std::map<std::string, CustomToken> custom_tokens_;
};

}  // namespace limbeck::schema
