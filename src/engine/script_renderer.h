#pragma once

#include <string>

#include "engine/environment_run.h"
#include "project/template_renderer.h"

namespace limbeck::engine {

/// Renders script.py.mako: natively where that is enough, else as the Python that the template is translated to. Beside
/// the variables that it is given, a template sees `config`, and what env.py gave to configure(template_args=...).
class ScriptRenderer : public project::TemplateRenderer {
 public:
  /// Borrows the run, whose env.py may have been run or not.
  explicit ScriptRenderer(EnvironmentRun& run) : run_(run) {}

  std::string Render(const project::MakoTemplate& mako, const project::TemplateVariables& variables) override;

 private:
  python::Value Given(const project::TemplateVariables& variables);

  EnvironmentRun& run_;
};

}  // namespace limbeck::engine
