#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace limbeck {

/// Environment variables, behind a seam. A script that assigns to os.environ changes its interpreter's copy, never
/// this.
class Environment {
 public:
  virtual ~Environment() = default;
  virtual std::optional<std::string> Get(const std::string& name) = 0;
  virtual std::map<std::string, std::string> All() = 0;
};

std::unique_ptr<Environment> MakeRealEnvironment();

class FakeEnvironment : public Environment {
 public:
  FakeEnvironment() = default;
  explicit FakeEnvironment(std::map<std::string, std::string> values) : values_(std::move(values)) {}
  std::optional<std::string> Get(const std::string& name) override;
  std::map<std::string, std::string> All() override { return values_; }

 private:
  std::map<std::string, std::string> values_;
};

}  // namespace limbeck
