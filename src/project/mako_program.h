#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "limbeck/error.h"
#include "project/mako_template.h"

namespace limbeck::project {

/// A template as a Python module, as Mako itself does it. After the module has run, its function
///
///     _mako_render(variables)
///
/// takes a dict of the template's variables and returns the text. A name that is in none of the module-level code, the
/// variables and Python's builtins is UNDEFINED: false, and a NameError when it is written.
class MakoProgram {
 public:
  /// A stretch of the module that comes from the template.
  struct Segment {
    uint32_t begin = 0;
    Span origin;
    /// Byte for byte the same as the origin.
    bool verbatim = false;
  };

  MakoProgram(SourcePtr python, SourcePtr mako, std::vector<Segment> segments)
      : python_(std::move(python)), mako_(std::move(mako)), segments_(std::move(segments)) {}

  /// The module, under the path "<template's path> (compiled)".
  const SourcePtr& python() const { return python_; }

  /// The template's place of a place in the module; nothing for one in code that no template wrote.
  std::optional<Place> PlaceInTemplate(const Place& place) const;

  /// An error that the module raised, at the template's places instead of its own.
  Error InTemplate(Error error) const;

 private:
  SourcePtr python_;
  SourcePtr mako_;
  /// By `begin`.
  std::vector<Segment> segments_;
};

/// Throws Error (kUnsupported) for the filter "entity", which would need the list of HTML's entities.
MakoProgram TranslateMako(const MakoTemplate& mako);

}  // namespace limbeck::project
