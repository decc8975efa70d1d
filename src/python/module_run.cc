#include "python/module_run.h"

namespace limbeck::python {

ModuleRun::ModuleRun(ast::ModulePtr parsed, Ref<ModuleObject> own_module)
    : tree(std::move(parsed)),
      module(std::move(own_module)),
      constants(tree->counts.constants),
      globals(tree->global_names.size()),
      attributes(tree->counts.attribute_caches) {}

}  // namespace limbeck::python
