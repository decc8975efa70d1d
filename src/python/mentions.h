#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "python/symbol.h"

namespace limbeck::python {

/// An object that a statement may change, by the way there from a name: `app.config` of `app.config.update(a=1)`.
struct Mention {
  Symbol root;
  std::vector<Symbol> attributes;
  std::string key;  ///< of the item that is meant, where a plain text says it: `app.config["MAIL"].update(a=1)`
  bool operator==(const Mention&) const = default;
};

/// What a statement's text gives to a function, calls a method of, or lets go elsewhere. What it assigns to is not
/// among them, nor what it only takes an item of.
std::vector<Mention> FindMentions(std::string_view text);

}  // namespace limbeck::python
