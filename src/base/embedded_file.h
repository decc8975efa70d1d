#pragma once

#include <span>
#include <string_view>

namespace limbeck {

/// A file of src/<room>/lib that is compiled into the program; its path is relative to that folder.
struct EmbeddedFile {
  std::string_view path;
  std::string_view text;
};

// Each room that has such files declares, and the build defines, `std::span<const EmbeddedFile> EmbeddedFiles();`
// in the room's namespace.
namespace python {
std::span<const EmbeddedFile> EmbeddedFiles();
}
namespace pymodules {
std::span<const EmbeddedFile> EmbeddedFiles();
}
namespace project {
std::span<const EmbeddedFile> EmbeddedFiles();
}

}  // namespace limbeck
