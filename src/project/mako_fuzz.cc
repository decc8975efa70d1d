// Templates: what parses is rendered natively where that is possible, and translated; a native text and the module must
// not depend on anything but the template.

#include <cstdint>
#include <memory>
#include <string>

#include "limbeck/error.h"
#include "project/mako_native.h"
#include "project/mako_program.h"
#include "project/mako_template.h"
#include "project/sql_revision.h"

namespace {

void CheckTemplate(const limbeck::SourcePtr& source) {
  using limbeck::project::TextTuple;
  const limbeck::project::MakoTemplate mako = limbeck::project::ParseMako(source);
  limbeck::project::RenderMakoNatively(mako, {{"message", "x"}, {"down_revision", TextTuple{{"a", "b"}}}});
  const limbeck::project::MakoProgram program = limbeck::project::TranslateMako(mako);
  const auto size = static_cast<uint32_t>(program.python()->text().size());
  for (uint32_t at = 0; at < size; at += 97) program.PlaceInTemplate(program.python()->PlaceOf({at, at + 1}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto source =
      std::make_shared<limbeck::SourceFile>("x", std::string(reinterpret_cast<const char*>(data), size));
  try {
    CheckTemplate(source);
  } catch (const limbeck::Error& error) {
    error.Render();
  }
  try {
    limbeck::project::ParseSqlRevision(source);
  } catch (const limbeck::Error& error) {
    error.Render();
  }
  return 0;
}
