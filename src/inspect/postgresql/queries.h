#pragma once

#include <string>
#include <vector>

#include "inspect/catalogue.h"

namespace limbeck::inspect::postgresql {

// The texts of the queries, for a server's version. Those about tables take an array of oids as $1.

/// What is asked of pg_class: its kinds, its schema and its names; the parameters are written in.
std::string TablesQuery(const TableQuery& query);
std::string ColumnsQuery(const std::vector<int>& version);
std::string KeysQuery(const std::vector<int>& version);
std::string ForeignKeysQuery(const std::vector<int>& version);
std::string ChecksQuery();
std::string IndexesQuery(const std::vector<int>& version);

/// `schema`: nullopt for what is visible without a schema, "*" for all.
std::string EnumsQuery(const std::optional<std::string>& schema);
std::string EnumUsesQuery();
std::string DomainsQuery(const std::optional<std::string>& schema);
std::string SequencesQuery(const std::optional<std::string>& schema);

/// Names of pg_class: kinds as in "r,p".
std::string NamesQuery(const std::string& kinds, const std::string& persistence,
                       const std::optional<std::string>& schema);

/// 'text' in quotes.
std::string QuoteText(std::string_view text);

}  // namespace limbeck::inspect::postgresql
