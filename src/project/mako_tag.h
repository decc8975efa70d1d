#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "limbeck/error.h"

namespace limbeck::project {

/// "<%name key="value" ...>" or "<%name ... />".
struct MakoTag {
  struct Attribute {
    std::string key;
    /// Between the quotes.
    Span value;
  };

  std::string name;
  std::vector<Attribute> attributes;
  bool is_closed = false;
  /// The whole tag.
  Span span;

  /// nullptr if it is not given.
  const Span* Find(const std::string& key) const;
};

/// The tag that starts at `position`; nothing when what stands there is a block of Python.
std::optional<MakoTag> ReadMakoTag(const SourceFile& source, size_t position);

/// Throws unless the tag is one that is known, with the attributes that it may and must have.
void CheckMakoTag(const SourceFile& source, const MakoTag& tag);

/// Errors of templates, by the names of Mako's exceptions.
Error MakoSyntaxError(const SourceFile& source, Span span, const std::string& message);
Error MakoCompileError(const SourceFile& source, Span span, const std::string& message);

}  // namespace limbeck::project
