#pragma once

#include <string>

#include "project/mako_template.h"
#include "project/template_value.h"

namespace limbeck::project {

/// Renders templates. The room that has the interpreter implements it with RenderMakoNatively() where that is enough
/// and TranslateMako() where it is not.
class TemplateRenderer {
 public:
  virtual ~TemplateRenderer() = default;
  /// Throws Error (kCommand) "Template rendering failed: ..." at the template's place when its code raises.
  virtual std::string Render(const MakoTemplate& mako, const TemplateVariables& variables) = 0;
};

/// Without an interpreter: throws Error (kUnsupported) for templates that need one.
class NativeRenderer : public TemplateRenderer {
 public:
  std::string Render(const MakoTemplate& mako, const TemplateVariables& variables) override;
};

}  // namespace limbeck::project
