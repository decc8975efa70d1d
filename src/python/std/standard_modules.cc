#include "python/std/standard_modules.h"

#include "python/std/modules.h"

namespace limbeck::python {
namespace {

constexpr std::pair<const char*, void (*)(Interpreter&, ModuleObject&)> kModules[] = {
    {"_crypt", FillCrypt},
    {"_decimal", FillDecimal},
    {"_logging", FillLogging},
    {"_os", FillOs},
    {"_random", FillRandom},
    {"_runtime", FillRuntime},
    {"_zoneinfo", FillZoneInfo},
    {"bcrypt", FillBcrypt},
    {"binascii", FillBinascii},
    {"datetime", FillDatetime},
    {"hashlib", FillHashlib},
    {"json", FillJson},
    {"json.decoder", FillJsonDecoder},
    {"json.encoder", FillJsonEncoder},
    {"math", FillMath},
    {"re", FillRe},
    {"sys", FillSys},
    {"time", FillTime},
    {"unicodedata", FillUnicodedata},
    {"uuid", FillUuid},
    {"zlib", FillZlib},
};

}  // namespace

void AddStandardModules(Interpreter& interpreter) {
  for (const auto& [name, fill] : kModules) interpreter.AddNativeModule({name, fill});
}

}  // namespace limbeck::python
