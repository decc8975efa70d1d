#include "cli/github.h"

#include "base/text.h"

namespace limbeck::cli {
namespace {

/// `:` and `,` end a property.
std::string Escape(std::string text, bool is_property) {
  text = ReplaceAll(ReplaceAll(ReplaceAll(text, "%", "%25"), "\r", "%0D"), "\n", "%0A");
  return is_property ? ReplaceAll(ReplaceAll(text, ":", "%3A"), ",", "%2C") : text;
}

}  // namespace

std::string ToWorkflowCommand(const Annotation& annotation) {
  std::string properties;
  if (!annotation.file.empty()) properties += "file=" + Escape(annotation.file, true) + ",";
  if (annotation.line > 0) properties += "line=" + std::to_string(annotation.line) + ",";
  properties += "title=" + Escape(annotation.title, true);
  return std::string("::") + annotation.level + " " + properties + "::" + Escape(annotation.message, false) + "\n";
}

}  // namespace limbeck::cli
