#include "python/std/standard_modules.h"

#include "python/std/modules.h"

namespace limbeck::python {
namespace {

constexpr std::pair<const char*, void (*)(Interpreter&, ModuleObject&)> kModules[] = {
    {"_decimal", FillDecimal},
    {"_logging", FillLogging},
    {"_os", FillOs},
    {"datetime", FillDatetime},
    {"hashlib", FillHashlib},
    {"json", FillJson},
    {"json.decoder", FillJsonDecoder},
    {"json.encoder", FillJsonEncoder},
    {"re", FillRe},
    {"sys", FillSys},
    {"uuid", FillUuid},
    {"_runtime", FillRuntime},
};

}  // namespace

void AddStandardModules(Interpreter& interpreter) {
  for (const auto& [name, fill] : kModules) interpreter.AddNativeModule({name, fill});
}

}  // namespace limbeck::python
