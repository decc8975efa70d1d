#include "python/std/native_tools.h"

#include "base/entropy.h"
#include "python/integers.h"

namespace limbeck::python {

Value Shared(Value value) {
  if (value.is_object()) value.object()->MakeImmortal();
  return value;
}

const TypeObject* ShownWithModule(const TypeObject* type) {
  const_cast<TypeObject*>(type)->set_shown_name(type->FullName());
  return type;
}

Value RefuseToMake(Interpreter&, const TypeObject* type, CallArguments&) {
  RaiseTypeError("cannot create '" + type->shown_name() + "' instances");
}

void AddConstant(const TypeObject* type, std::string_view name, const Value& value) {
  const_cast<TypeObject*>(type)->attributes().Set(Symbol::Intern(name), Shared(value));
}

const TypeObject* MakeExceptionType(const char* name, const char* module, const TypeObject* base,
                                    std::initializer_list<const TypeObject*> further_bases) {
  const TypeObject* type =
      MakeNativeType({.name = name, .module = module, .base = base, .further_bases = further_bases});
  const_cast<TypeObject*>(type)->set_has_attributes(true);
  return type;
}

std::optional<std::string> BytesOf(const Value& value, bool or_text) {
  if (const auto* bytes = Cast<BytesObject>(value)) return bytes->bytes();
  if (const auto* bytes = Cast<ByteArrayObject>(value)) return bytes->bytes;
  const auto* text = or_text ? Cast<StrObject>(value) : nullptr;
  return text == nullptr ? std::nullopt : std::optional(text->text());
}

std::string RequireBytes(const Value& value) {
  std::optional<std::string> bytes = BytesOf(value);
  if (!bytes) RaiseTypeError("a bytes-like object is required, not '" + TypeName(value) + "'");
  return std::move(*bytes);
}

int64_t RequireInteger(Interpreter& interpreter, const Value& value) {
  const std::optional<int64_t> number = SmallInteger(interpreter.Index(value));
  if (!number) Raise(Exceptions().overflow_error, "Python int too large to convert to C int");
  return *number;
}

namespace {

struct RunEntropy {
  std::unique_ptr<Entropy> entropy = MakeRealEntropy();
};

}  // namespace

std::string RandomBytes(Interpreter& interpreter, size_t count) {
  if (Entropy* given = interpreter.host().entropy) return given->Bytes(count);
  return interpreter.Service<RunEntropy>().entropy->Bytes(count);
}

std::string ReprName(const Value& value) {
  const TypeObject* type = TypeOf(value);
  return type->is_script_class() ? type->name() : type->FullName();
}

void AddValue(ModuleObject& module, std::string_view name, Value value) {
  module.globals().Set(Symbol::Intern(name), std::move(value));
}

void AddType(ModuleObject& module, const TypeObject* type) {
  AddValue(module, type->name(), Value(type));
}

}  // namespace limbeck::python
