// alembic.ini and pyproject.toml: every value is read, and every list and hook made of them.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "limbeck/error.h"
#include "project/config.h"
#include "project/hooks.h"

namespace {

void Try(const std::function<void()>& work) {
  try {
    work();
  } catch (const limbeck::Error& error) {
    error.Render();
  }
}

void Check(const std::string& text, const limbeck::project::ConfigFiles& names) {
  limbeck::MemoryFileSystem files(std::map<std::string, std::string>{{"/project/config", text}});
  const limbeck::project::Config config = limbeck::project::Config::Load(files, names);
  for (const std::string& section : config.parser().SectionNames()) {
    for (const std::string& option : config.parser().OptionNames(section)) {
      Try([&] { config.parser().Get(section, option); });
      config.parser().PlaceOf(section, option).Render();
    }
  }
  Try([&] { config.VersionLocations(); });
  Try([&] { config.PrependSysPath(); });
  Try([&] { config.RevisionEnvironment(); });
  Try([&] { config.TruncateSlugLength(); });
  Try([&] {
    for (const auto& hook : config.Hooks()) limbeck::project::ResolveHook(hook, "/a.py");
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Try([&] { Check(text, {"config", "none"}); });
  Try([&] { Check(text, {"none", "config"}); });
  return 0;
}
