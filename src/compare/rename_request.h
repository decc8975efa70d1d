#pragma once

#include <optional>
#include <string>

namespace limbeck::compare {

/// What `--rename old:new` asks for.
struct RenameRequest {
  std::string text;
  std::string old_name;  ///< "users", "app.users", "users.name", "mood.sad"
  std::string new_name;

  /// None for what is not of this form.
  static std::optional<RenameRequest> Parse(const std::string& text);

  /// Throws Error (kCommand).
  [[noreturn]] void Refuse(const std::string& why) const;
};

}  // namespace limbeck::compare
