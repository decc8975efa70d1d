#pragma once

#include <functional>
#include <string>

#include "inspect/rehearsal/words.h"
#include "inspect/table_facts.h"

namespace limbeck::inspect::rehearsal {

/// What the names of a script's own types mean: the type for format_type()'s text.
using TypeLookup = std::function<sql::Type(const std::string& format, const std::string& column)>;

/// What stands in CREATE TABLE's parentheses, or behind ALTER TABLE's ADD: a column with its constraints, or a
/// constraint of the table. Constraints without a name get the one that PostgreSQL would choose.
void AddElement(TableFacts& table, WordReader element, const TypeLookup& types);

/// The type at the beginning of the words, as format_type() gives it: "VARCHAR(20)" is "character varying(20)".
std::string TakeType(WordReader& words);

/// "expression" up to the next keyword that begins another clause of a column.
std::string TakeExpression(WordReader& words);

/// An index's or a key's element: a column, or the text of an expression.
IndexFacts::Element ReadIndexElement(WordReader element);

ColumnFacts* FindColumn(TableFacts& table, const std::string& name);
/// A primary key's, a unique constraint's and a check's; the index of a key goes with it.
void DropConstraint(TableFacts& table, const std::string& name);
void RenameConstraint(TableFacts& table, const std::string& from, const std::string& to);
/// With all that stands on it.
void DropColumn(TableFacts& table, const std::string& name);
void RenameColumn(TableFacts& table, const std::string& from, const std::string& to);

}  // namespace limbeck::inspect::rehearsal
