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
  /// What a name is made for.
  using Subject = std::variant<const Constraint*, const Index*>;
  using CustomToken = std::function<std::string(const Subject& subject, const Table& table)>;

  /// SQLAlchemy's own: only indexes, "ix_%(column_0_label)s".
  NamingConvention();
  explicit NamingConvention(std::map<std::string, std::string> templates,
                            std::map<std::string, CustomToken> custom_tokens = {})
      : templates_(std::move(templates)), custom_tokens_(std::move(custom_tokens)) {}

  /// The name that a constraint or an index of the table gets: its own, or what the convention makes of it; none when
  /// there is neither. Throws Error (InvalidRequestError) when the template needs a name that is not there, and
  /// KeyError for a token that does not exist.
  ConstraintName Resolve(const Subject& subject, const Table& table) const;

  const std::map<std::string, std::string>& templates() const { return templates_; }
  const std::map<std::string, CustomToken>& custom_tokens() const { return custom_tokens_; }

 private:
  std::map<std::string, std::string> templates_;
  std::map<std::string, CustomToken> custom_tokens_;
};

}  // namespace limbeck::schema
