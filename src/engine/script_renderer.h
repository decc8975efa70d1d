#pragma once

#include <string>
#include <vector>

#include "engine/services.h"
#include "project/template_renderer.h"

namespace limbeck::engine {

/// Renders script.py.mako: natively where that is enough, else as the Python that the template is translated to.
class ScriptRenderer : public project::TemplateRenderer {
 public:
  /// Borrows the services.
  ScriptRenderer(const Services& services, std::vector<std::string> search_path)
      : services_(services), search_path_(std::move(search_path)) {}

  std::string Render(const project::MakoTemplate& mako, const project::TemplateVariables& variables) override;

 private:
  const Services& services_;
  std::vector<std::string> search_path_;
};

}  // namespace limbeck::engine
