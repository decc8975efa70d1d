#pragma once

#include <vector>

#include "limbeck/export.h"
#include "limbeck/migrator.h"
#include "limbeck/operations.h"

// A schema as a program's own C++ describes it:
//
//   limbeck::Models Shop() {
//     namespace types = limbeck::types;
//     return {.tables = {{.name = "books",
//                         .columns = {{.name = "id", .type = types::Integer(), .primary_key = true},
//                                     {.name = "title", .type = types::String(200), .nullable = false}}}},
//             .indexes = {{.name = "ix_books_title", .table = "books", .columns = {"title"}}}};
//   }
//
//   limbeck::CreateAll(limbeck::Database::Borrow(connection), Shop());

namespace limbeck {

/// Tables and their indexes, in any order. A plain value.
struct Models {
  std::vector<CreateTable> tables;
  std::vector<CreateIndex> indexes = {};
};

/// Creates what is not there, in one transaction: tables behind those that they refer to. What is there already is not
/// looked at. Throws Error; nothing has changed then. Tables that refer to each other in a circle are refused (kConfig)
/// where keys cannot be added later: SQLite takes them as they are.
LIMBECK_API void CreateAll(const Database& database, const Models& models);

/// Drops the tables that are there, in one transaction, each before those that it refers to.
LIMBECK_API void DropAll(const Database& database, const Models& models);

}  // namespace limbeck
