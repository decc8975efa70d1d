#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/rules.h"
#include "ops/operation.h"

namespace limbeck::compare::cpp {

/// A braced list with designated initialisers, in the order of the struct: {.name = "a", .unique = true}.
class Braces {
 public:
  Braces& Add(const char* member, const std::string& value) {
    parts_.push_back("." + std::string(member) + " = " + value);
    return *this;
  }
  bool empty() const { return parts_.empty(); }
  std::string Text() const;

 private:
  std::vector<std::string> parts_;
};

/// Parts of a schema as values of limbeck/operations.h. Borrows the rules, which know how expressions and types are
/// spelled.
class Writer {
 public:
  explicit Writer(const Rules& rules) : rules_(rules) {}
  const Rules& rules() const { return rules_; }

  std::string Table(const ops::CreateTable& op) const;
  std::string Column(const schema::Column& column) const;
  std::string Constraint(const schema::Constraint& constraint) const;
  /// Without a table in a batch.
  std::string Index(const schema::Index& index, const sql::Name* table, const std::optional<sql::Name>& schema) const;
  std::string Alteration(const ops::AlterColumn& op, bool in_batch) const;
  std::string Type(const sql::Type& type) const;

 private:
  std::string Bare(const sql::Type& type) const;
  std::string Raw(const sql::Type& type) const;
  std::string Options(const schema::Options& options) const;
  void AddOptions(Braces& braces, const schema::Options& options) const;
  void AddDefault(Braces& braces, const schema::ServerDefault& value) const;
  std::string Expression(const sql::Expression& expression, bool is_default, bool is_index) const;

  const Rules& rules_;
};

}  // namespace limbeck::compare::cpp
