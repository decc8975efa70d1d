#include "dialect/dialect.h"
#include "limbeck/operations.h"
#include "ops/sink.h"

namespace limbeck {
namespace {

/// Renders what it hears for a run without a database.
class TextSink : public ops::OperationSink {
 public:
  explicit TextSink(const dialect::Dialect& dialect) : dialect_(dialect) {
    options_.offline = true;
    options_.literal_binds = true;
  }

  void Receive(ops::Operation operation) override {
    for (const dialect::Statement& statement : dialect_.Render(operation, options_, memory_).statements) {
      text_ += dialect::OfflineText(statement) + "\n\n";
    }
  }

  std::string TakeText() { return std::move(text_); }

 private:
  const dialect::Dialect& dialect_;
  dialect::RenderOptions options_;
  dialect::RunMemory memory_;
  std::string text_;
};

}  // namespace

std::string RenderSql(std::string_view dialect, const std::function<void(Operations&)>& function) {
  TextSink sink(dialect::FindDialect(dialect));
  Operations operations(sink);
  function(operations);
  return sink.TakeText();
}

}  // namespace limbeck
