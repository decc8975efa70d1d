#include <limbeck.h>

#include <cstdlib>
#include <cstring>
#include <new>

#include "limbeck/migrator.h"

// NOLINTBEGIN(readability-identifier-naming): names as C has them

struct limbeck_migrator {
  limbeck::Migrator migrator;
};

struct limbeck_error {
  explicit limbeck_error(const limbeck::Error& given) : error(given), text(given.Render()) {}

  limbeck::Error error;
  std::string text;
};

namespace {

using limbeck::Database;
using limbeck::Error;
using limbeck::ErrorKind;

Database DatabaseOf(const limbeck_database& database) {
  if (database.sqlite != nullptr) return Database::Borrow(database.sqlite);
  if (database.postgresql != nullptr) return Database::Borrow(database.postgresql);
  if (database.url != nullptr) return Database::Url(database.url);
  throw Error(ErrorKind::kConfig, "limbeck_database names no database");
}

void Give(const Error& error, limbeck_error** place) {
  if (place != nullptr) *place = new (std::nothrow) limbeck_error(error);
}

/// What the function gives, or `failure`: no exception may reach C.
template <typename Result, typename Function>
Result Guarded(limbeck_error** error, Result failure, const Function& function) noexcept {
  try {
    return function();
  } catch (const Error& caught) {
    Give(caught, error);
  } catch (const std::exception& caught) {
    Give(Error(ErrorKind::kInternal, caught.what()), error);
  }
  return failure;
}

const char* TargetOf(const char* target) {
  return target == nullptr ? "heads" : target;
}

char* Copy(const std::string& text) {
  char* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

}  // namespace

limbeck_migrator* limbeck_open(const char* folder, const limbeck_file* files, size_t count, limbeck_error** error) {
  return Guarded<limbeck_migrator*>(error, nullptr, [&] {
    limbeck::Migrations migrations;
    if (folder != nullptr) migrations.folder = folder;
    for (size_t i = 0; i < count; ++i) migrations.files.push_back({files[i].path, {files[i].text, files[i].length}});
    return new limbeck_migrator{limbeck::Migrator(std::move(migrations))};
  });
}

void limbeck_close(limbeck_migrator* migrator) {
  delete migrator;
}

int limbeck_upgrade(limbeck_migrator* migrator, limbeck_database database, const char* target, limbeck_error** error) {
  return Guarded(error, 0, [&] {
    migrator->migrator.Upgrade(DatabaseOf(database), TargetOf(target));
    return 1;
  });
}

int limbeck_downgrade(limbeck_migrator* migrator, limbeck_database database, const char* target,
                      limbeck_error** error) {
  return Guarded(error, 0, [&] {
    migrator->migrator.Downgrade(DatabaseOf(database), TargetOf(target));
    return 1;
  });
}

int limbeck_stamp(limbeck_migrator* migrator, limbeck_database database, const char* target, limbeck_error** error) {
  return Guarded(error, 0, [&] {
    migrator->migrator.Stamp(DatabaseOf(database), TargetOf(target));
    return 1;
  });
}

long limbeck_pending(limbeck_migrator* migrator, limbeck_database database, limbeck_error** error) {
  return Guarded(error, -1L,
                 [&] { return static_cast<long>(migrator->migrator.Plan(DatabaseOf(database)).steps.size()); });
}

char* limbeck_current(limbeck_migrator* migrator, limbeck_database database, limbeck_error** error) {
  return Guarded<char*>(error, nullptr, [&] {
    std::string text;
    for (const std::string& row : migrator->migrator.Current(DatabaseOf(database))) {
      text += (text.empty() ? "" : "\n") + row;
    }
    return Copy(text);
  });
}

void limbeck_free(char* text) {
  std::free(text);
}

void limbeck_cancel(limbeck_migrator* migrator) {
  migrator->migrator.Cancel();
}

void limbeck_resume(limbeck_migrator* migrator) {
  migrator->migrator.Resume();
}

limbeck_error_kind limbeck_error_get_kind(const limbeck_error* error) {
  return static_cast<limbeck_error_kind>(error->error.kind());
}

const char* limbeck_error_message(const limbeck_error* error) {
  return error->error.what();
}

const char* limbeck_error_text(const limbeck_error* error) {
  return error->text.c_str();
}

const char* limbeck_error_sqlstate(const limbeck_error* error) {
  return error->error.sqlstate().c_str();
}

void limbeck_error_free(limbeck_error* error) {
  delete error;
}

// NOLINTEND(readability-identifier-naming)
