#pragma once

#include <optional>
#include <string>
#include <utility>

#include "limbeck/models.h"
#include "limbeck/values.h"

// Columns from a plain struct's members, so that the struct and its table cannot go apart:
//
//   struct Book {
//     int64_t id = 0;
//     std::string title;
//     std::optional<int> year;
//   };
//
//   limbeck::Models Shop() {
//     using limbeck::Field;
//     return {.tables = {{.name = "books",
//                         .columns = {Field("id", &Book::id, {.primary_key = true}),
//                                     Field("title", &Book::title, {.type = limbeck::types::String(200)}),
//                                     Field("year", &Book::year)}}}};
//   }

namespace limbeck {

/// What a struct's member does not say of its column.
struct FieldFacts {
  bool primary_key = false;
  bool unique = false;
  bool index = false;
  /// Another type than ValueTraits has.
  std::optional<Type> type = {};
  std::optional<ServerDefault> server_default = {};
  std::optional<Reference> references = {};
  std::optional<std::string> comment = {};
};

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// The column of a member. Its type is the member's, and it may be NULL where the member is a std::optional.
template <typename Struct, typename Member>
Column Field(std::string name, Member Struct::*, FieldFacts facts = {}) {
  return {.name = std::move(name),
          .type = facts.type ? *facts.type : types::Of<Member>(),
          .nullable = IsOptional<Member>::value,
          .primary_key = facts.primary_key,
          .unique = facts.unique,
          .index = facts.index,
          .server_default = std::move(facts.server_default),
          .references = std::move(facts.references),
          .comment = std::move(facts.comment)};
}

}  // namespace limbeck
