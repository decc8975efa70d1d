#pragma once

#include <string>
#include <vector>

#include "engine/services.h"
#include "project/revision_files.h"

namespace limbeck::engine {

/// Runs revision files whose header is no plain literal (`revision = make_id()`), each in an interpreter of its own
/// that has no run behind it.
class InterpretedHeaders : public project::HeaderEvaluator {
 public:
  /// Borrows the services.
  InterpretedHeaders(const Services& services, std::vector<std::string> search_path)
      : services_(services), search_path_(std::move(search_path)) {}

  project::RevisionHeader Evaluate(const SourcePtr& source) override;

 private:
  const Services& services_;
  std::vector<std::string> search_path_;
};

}  // namespace limbeck::engine
