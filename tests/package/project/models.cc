#include "models.h"

limbeck::Models ShopModels() {
  namespace types = limbeck::types;
  return {.tables = {{.name = "books",
                      .columns = {{.name = "id", .type = types::Integer(), .primary_key = true},
                                  {.name = "title", .type = types::String(200), .nullable = false},
                                  {.name = "isbn", .type = types::String(13)}}},
                     {.name = "authors",
                      .columns = {{.name = "id", .type = types::Integer(), .primary_key = true},
                                  {.name = "name", .type = types::String(100), .nullable = false}}}}};
}
