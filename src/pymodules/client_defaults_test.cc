#include "pymodules/client_defaults.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"
#include "python/script_host_for_tests.h"

namespace limbeck::pymodules {
namespace {

using python::Value;

constexpr const char* kDefaults = R"(
import functools

class Counter:
    def __init__(self):
        self.calls = 0
    def __call__(self):
        self.calls += 1
        return self.calls
    def with_context(self, context):
        return ("context", context)

def broken():
    return 1 + "a"

plain = 5
text = "now"
nothing = lambda: 7
context = lambda context: ("context", context)
optional = lambda size=3: size
method = Counter().with_context
instance = Counter()
partial = functools.partial(pow, 2, 3)
builtin = dict
two = lambda one, other: one
)";

class Defaults {
 public:
  Defaults() : interpreter_(host_.host(), {}), module_(interpreter_.RunSource("defaults.py", kDefaults, "defaults")) {}

  std::string Evaluated(const char* name) {
    try {
      return interpreter_.AtEdge([&] {
        return interpreter_.Repr(EvaluateDefault(interpreter_, *module_->globals().Find(python::Symbol::Intern(name))));
      });
    } catch (const Error& error) {
      return error.exception_class() + ": " + error.message();
    }
  }

 private:
  python::ScriptHostForTests host_;
  python::Interpreter interpreter_;
  python::Ref<python::ModuleObject> module_;
};

TEST(ClientDefaults, AreCalledAsTheirParametersSay) {
  const std::pair<const char*, const char*> rows[] = {
      {"plain", "5"},
      {"text", "'now'"},
      {"nothing", "7"},
      {"context", "('context', None)"},
      {"optional", "3"},
      {"method", "('context', None)"},
      {"instance", "1"},
      {"partial", "8"},
      {"builtin", "{}"},
      {"two", "sqlalchemy.exc.ArgumentError: ColumnDefault Python function takes zero or one positional arguments"},
      {"broken", "TypeError: unsupported operand type(s) for +: 'int' and 'str'"},
  };
  Defaults defaults;
  for (const auto& [name, expected] : rows) EXPECT_EQ(defaults.Evaluated(name), expected) << name;
}

}  // namespace
}  // namespace limbeck::pymodules
