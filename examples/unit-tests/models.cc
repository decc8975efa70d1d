#include "models.h"

namespace types = limbeck::types;

limbeck::Models LibraryModels() {
  const limbeck::Column id{.name = "id", .type = types::Integer(), .primary_key = true};
  return {
      .tables =
          {
              {.name = "members",
               .columns = {id, {.name = "email", .type = types::String(200), .nullable = false, .unique = true}}},
              {.name = "books",
               .columns = {id,
                           {.name = "title", .type = types::String(200), .nullable = false},
                           {.name = "copies", .type = types::Integer(), .nullable = false}},
               .constraints = {limbeck::Check{.name = "ck_books_copies", .condition = "copies >= 0"}}},
              {.name = "loans",
               .columns = {id,
                           {.name = "book_id",
                            .type = types::Integer(),
                            .nullable = false,
                            .references = limbeck::Reference{.table = "books", .column = "id"}},
                           {.name = "member_id",
                            .type = types::Integer(),
                            .nullable = false,
                            .references = limbeck::Reference{.table = "members", .column = "id"}}},
               .constraints = {limbeck::Unique{.name = "uq_loans", .columns = {"book_id", "member_id"}}}},
          },
      .indexes = {{.name = "ix_loans_member", .table = "loans", .columns = {"member_id"}}},
  };
}
