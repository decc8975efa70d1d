#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialect/identifiers.h"
#include "sql/type.h"

namespace limbeck::dialect {

/// Column types as DDL text. This class writes what SQLAlchemy's generic compiler writes; dialects override what
/// they have of their own. Throws Error (CompileError) for a type that the database does not have.
class TypeWriter {
 public:
  /// `subject` is what errors begin with while it is set: "(in table 't', column 'c'): ".
  TypeWriter(std::string_view dialect, const Identifiers& identifiers, const std::string& subject)
      : dialect_(dialect), identifiers_(identifiers), subject_(subject) {}
  virtual ~TypeWriter() = default;

  std::string Text(const sql::Type& type) const;
  /// What SQLAlchemy calls a type in messages, whatever the database.
  static std::string GenericText(const sql::Type& type);

 protected:
  /// The text of a type that has no variants.
  virtual std::string PlainText(const sql::Type& type) const;
  /// "<dialects.sqlite.base.SQLiteTypeCompiler>", for messages.
  virtual std::string_view CompilerName() const = 0;

  static std::string WithCollation(std::string name, const sql::Type& type);
  /// "(10, 2)", "(10)" or nothing.
  static std::string PrecisionAndScale(const sql::Type& type);
  [[noreturn]] void Refuse(const sql::Type& type) const;

  const Identifiers& identifiers() const { return identifiers_; }
  const std::string& subject() const { return subject_; }

 private:
  std::string_view dialect_;
  const Identifiers& identifiers_;
  const std::string& subject_;
};

/// The VARCHAR length of an Enum: its own, or that of its longest value.
std::optional<int> EnumLength(const sql::Type& type);

}  // namespace limbeck::dialect
