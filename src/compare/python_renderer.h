#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "compare/change.h"
#include "compare/rules.h"

namespace limbeck::compare {

/// What a project may write by itself (context.configure(render_item=)).
using RenderedItem = std::variant<const schema::Table*, const schema::Column*, const sql::Type*,
                                  const schema::ServerDefault*, const schema::Constraint*>;

class ItemRenderer {
 public:
  virtual ~ItemRenderer() = default;
  struct Answer {
    /// False: it is written as always.
    bool decided = false;
    /// nullopt: it is left out.
    std::optional<std::string> text;
  };
  /// `kind` is Alembic's: "column", "type", "server_default", "primary_key", "foreign_key", "unique", "check".
  /// May add lines to the imports.
  virtual Answer Render(const char* /*kind*/, const RenderedItem& /*item*/, std::set<std::string>& /*imports*/) {
    return {};
  }
};

struct RenderOptions {
  std::string alembic_prefix = "op.";
  std::string sqlalchemy_prefix = "sa.";
  /// nullopt: a type's module.
  std::optional<std::string> user_prefix;
  bool render_as_batch = false;
  /// MetaData.schema, with which referents without a schema are written.
  std::optional<std::string> metadata_schema;
  /// The operations bring back what the database has.
  bool restores_database = false;
};

/// Operations as the Python of a revision file, letter by letter as Alembic writes them. Borrows what it is given.
class PythonRenderer {
 public:
  PythonRenderer(const RenderOptions& options, const Rules& rules, ItemRenderer& items)
      : options_(options), rules_(rules), items_(items) {}

  /// The body of upgrade() or downgrade(), as the template wants it: indented, but for its first line.
  std::string RenderBody(const Changes& changes);
  /// The text of one operation, as it is not in a batch.
  std::string RenderOperation(const ops::Operation& operation);
  std::set<std::string>& imports() { return imports_; }

  // The same piece by piece.

  /// Begins the operations of one table: in a batch, if that is wanted, which is returned.
  bool BeginTable(const ModifyTable& table, std::vector<std::string>& lines);
  void EndTable(std::vector<std::string>& lines);
  /// Lines between Alembic's comments; `pass` when there are none.
  static std::string Body(std::vector<std::string> lines);

 private:
  friend struct OperationText;
  friend class ScriptTypeWriter;

  std::string Prefix() const { return in_batch_ ? "batch_op." : options_.alembic_prefix; }
  const std::string& Sa() const { return options_.sqlalchemy_prefix; }
  std::optional<std::string> ColumnText(const schema::Column& column);
  std::optional<std::string> ConstraintText(const schema::Constraint& constraint, const schema::Table& table);
  std::optional<std::string> PrimaryKeyText(const schema::PrimaryKey& key);
  std::string ForeignKeyText(const schema::ForeignKey& key, const schema::Table& table);
  std::string CheckText(const schema::Check& check);
  std::string ExcludeText(const schema::Exclude& exclude, const std::optional<sql::Name>& table,
                          const std::optional<sql::Name>& schema);
  std::string UniqueText(const schema::Unique& unique, const sql::Name* altered,
                         const std::optional<sql::Name>& schema);
  std::string TypeText(const sql::Type& type, bool skip_variants = false);
  std::string BareTypeText(const sql::Type& type);
  std::optional<std::string> DefaultText(const std::optional<schema::ServerDefault>& value);
  std::string IdentityText(const schema::Identity& identity);
  std::string NameText(const schema::ConstraintName& name) const;
  std::string OptionText(const schema::OptionValue& value) const;
  std::vector<std::string> OptionTexts(const schema::Options& options) const;
  std::string ElementText(const schema::IndexElement& element) const;

  const RenderOptions& options_;
  const Rules& rules_;
  ItemRenderer& items_;
  std::set<std::string> imports_;
  bool in_batch_ = false;
};

/// Lines as Mako's printer lays them out: what stands in a `with` is indented.
std::string LayOut(const std::vector<std::string>& lines);
/// Four spaces before each line but the first, none at the end of a line.
std::string IndentBody(const std::string& text);
/// A value of an option as Python's repr().
std::string OptionRepr(const schema::OptionValue& value);

}  // namespace limbeck::compare
