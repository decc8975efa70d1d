#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limbeck::project {

/// A post-write hook as configured: "name.option = value" of [post_write_hooks], or a [[tool.alembic.post_write_hooks]]
/// table.
struct PostWriteHook {
  std::string name;
  std::vector<std::pair<std::string, std::string>> options;

  /// nullptr if it is not given.
  const std::string* Find(const std::string& option) const;
  bool operator==(const PostWriteHook&) const = default;
};

enum class HookRunner {
  kConsoleScript,  ///< an entry point of an installed Python package
  kExec,           ///< a program found on the PATH
  kModule,         ///< python -m NAME
};

/// What a hook asks to run for one file.
struct HookCommand {
  HookRunner runner = HookRunner::kExec;
  /// Entry point, program or module.
  std::string target;
  std::vector<std::string> arguments;
  /// Folder to run in; nothing for the current one.
  std::optional<std::string> folder;

  bool operator==(const HookCommand&) const = default;
};

/// Throws Error (kCommand) with Alembic's text when the hook has no type.
void RequireType(const PostWriteHook& hook);

/// The hook's command for the file that was written. Throws Error (kCommand) with Alembic's text when the type or what
/// the type needs is missing or unknown, kConfig when the options cannot be split into words.
HookCommand ResolveHook(const PostWriteHook& hook, const std::string& path);

}  // namespace limbeck::project
