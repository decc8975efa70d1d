#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/step.h"
#include "limbeck/error.h"

namespace limbeck::cli {

/// The one document that a command with --json prints; docs/json.md describes it. `schema` in it counts up when a
/// member changes its meaning or goes; members are added without.
class JsonReport {
 public:
  explicit JsonReport(const std::string& command);
  ~JsonReport();
  JsonReport(const JsonReport&) = delete;
  JsonReport& operator=(const JsonReport&) = delete;

  /// A list that is there even when nothing is in it.
  void Begin(const std::string& list);

  /// One of "revisions". Whether it is current is only told where the database was asked.
  void AddRevision(const graph::Node& node, std::optional<bool> is_current = {});

  /// One of "databases": what was found in one, and done to it.
  struct Database {
    std::string url;
    std::vector<std::string> before;
    std::vector<graph::Step> steps;
    std::vector<std::string> after;
  };
  void AddDatabase(const Database& database);

  void Set(const std::string& name, const std::string& text);
  void Set(const std::string& name, bool value);
  /// One of a list of objects with texts.
  void Append(const std::string& list, const std::vector<std::pair<std::string, std::string>>& members);
  /// A member that is made elsewhere, as JSON text.
  void SetJson(const std::string& name, const std::string& json);
  /// The command failed. What was reported before it stays.
  void Fail(const Error& error);

  /// Something was reported: a command may print a document of its own instead.
  bool is_used() const;
  /// The document, indented, with a line end.
  std::string Text() const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace limbeck::cli
