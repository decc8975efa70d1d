#include "project/template_renderer.h"

#include "limbeck/error.h"
#include "project/mako_native.h"

namespace limbeck::project {

std::string NativeRenderer::Render(const MakoTemplate& mako, const TemplateVariables& variables) {
  if (std::optional<std::string> text = RenderMakoNatively(mako, variables)) return *std::move(text);
  throw Error(ErrorKind::kUnsupported, "template " + mako.source->path() + " cannot be rendered without Python");
}

}  // namespace limbeck::project
