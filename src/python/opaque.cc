#include "python/opaque.h"

#include <algorithm>

#include <fmt/format.h>

#include "python/builtin_types.h"
#include "python/machine.h"
#include "python/sandbox.h"
#include "python/special_methods.h"
#include "python/standard_names.h"

namespace limbeck::python {
namespace {

const OpaqueObject& Self(const Value& self) {
  return *static_cast<const OpaqueObject*>(self.object());
}

/// Something of the same package.
Value MakeOpaque(std::string name, const OpaqueObject& of) {
  return Value(new OpaqueObject(std::move(name), of.origin));
}

Value Make(std::string name, OpaqueOrigin origin) {
  return Value(new OpaqueObject(std::move(name), std::make_shared<const OpaqueOrigin>(std::move(origin))));
}

/// Special methods are not there, so that nothing takes it for an iterator, a descriptor or a number. All classes have
/// an __init__, which a class that derives from it may call, and packages tell their version.
Value GetAttribute(Interpreter&, const Value& self, Symbol name) {
  const std::string& text = name.text();
  const bool is_special = text.size() > 4 && text.starts_with("__") && text.ends_with("__");
  if (is_special && text != "__init__" && text != "__version__") return {};
  return OpaqueMember(self, name);
}

void SetAttribute(Interpreter&, const Value&, Symbol, const Value&) {}

/// subprocess.run() would do nothing here, and nothing is skipped in silence.
void RefuseForbidden(Interpreter& interpreter, const Value& self) {
  const std::string_view act = ForbiddenAct(Self(self).name);
  if (act.empty()) return;
  RefuseAct(interpreter,
            Unsupported(fmt::format("{}() {}, which is not open to migration scripts", Self(self).name, act))
                .At(interpreter.CurrentPlace())
                .Hint("scripts may read the project's files and change the database, nothing else"));
}

/// A function or class of a script that went through an unknown decorator is not what it says any more.
Value Call(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  const std::string& name = Self(self).name;
  RefuseForbidden(interpreter, self);
  if (name.ends_with("(@)")) RefuseOpaque(interpreter, self, "is called");
  bool decorates = arguments.positional.size() == 1 && arguments.keywords.empty();
  if (decorates) {
    const auto* type = Cast<TypeObject>(arguments.positional[0]);
    decorates =
        Cast<FunctionObject>(arguments.positional[0]) != nullptr || (type != nullptr && type->is_script_class());
  }
  if (!decorates && !Self(self).origin->may_be_called) RefuseOpaque(interpreter, self, "is called");
  if (!decorates) NoteOpaqueCall(interpreter, self);
  return MakeOpaque(name + (decorates ? "(@)" : "()"), Self(self));
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  RefuseOpaque(interpreter, self, "is made a string");
}

/// Modules are always true.
bool Truth(Interpreter& interpreter, const Value& self) {
  if (Self(self).origin->is_module && Self(self).name == Self(self).origin->imported) return true;
  RefuseOpaque(interpreter, self, "is tested for truth");
}

Value Iterate(Interpreter& interpreter, const Value& self) {
  RefuseOpaque(interpreter, self, "is iterated");
}

int64_t Length(Interpreter& interpreter, const Value& self) {
  RefuseOpaque(interpreter, self, "is measured");
}

bool Contains(Interpreter& interpreter, const Value& self, const Value&) {
  RefuseOpaque(interpreter, self, "is searched");
}

Value Compare(Interpreter& interpreter, const Value& self, const Value&, CompareOp) {
  RefuseOpaque(interpreter, self, "is compared");
}

uint64_t Hash(Interpreter&, const Value& self) {
  return reinterpret_cast<uintptr_t>(self.object()) >> 4;
}

/// X[int] and X | None are annotations more often than not.
Value GetItem(Interpreter&, const Value& self, const Value&) {
  return MakeOpaque(Self(self).name + "[]", Self(self));
}

Value Binary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value&, bool) {
  if (op == ast::BinaryOperator::kBitOr) return MakeOpaque(Self(self).name + " | ...", Self(self));
  return OpaqueResult(interpreter, self, "is calculated with");
}

Value Unary(Interpreter& interpreter, ast::UnaryOperator, const Value& self) {
  return OpaqueResult(interpreter, self, "is calculated with");
}

void SetItem(Interpreter&, const Value&, const Value&, const Value&) {}

}  // namespace

Value MakeOpaqueModule(Interpreter& interpreter, const std::string& name) {
  const char* kind = IsStandardName(name.substr(0, name.find('.'))) ? "module" : "package";
  return Make(name, {.imported = name,
                     .lacking = fmt::format("the {} '{}'", kind, name),
                     .place = interpreter.CurrentPlace(),
                     .is_module = true});
}

Value MakeLackingModule(Interpreter& interpreter, const std::string& name) {
  return Make(name, {.imported = name,
                     .lacking = fmt::format("the module '{}'", name),
                     .place = interpreter.CurrentPlace(),
                     .may_be_called = false,
                     .is_module = true});
}

Value MakeLackingName(Interpreter& interpreter, const std::string& module, const std::string& name,
                      bool may_be_called) {
  const std::string full = module + "." + name;
  return Make(full, {.imported = full,
                     .lacking = fmt::format("'{}' of module '{}'", name, module),
                     .place = interpreter.CurrentPlace(),
                     .may_be_called = may_be_called});
}

Value MakeRefused(const std::string& name, std::shared_ptr<const Error> refusal) {
  return Make(name, {.imported = name, .may_be_called = false, .refusal = std::move(refusal)});
}

bool IsOpaque(const Value& value) {
  return Cast<OpaqueObject>(value) != nullptr;
}

Value EnterOpaque(Interpreter& interpreter, const Value& value) {
  const OpaqueObject& opaque = Self(value);
  if (!opaque.origin->may_be_called) RefuseOpaque(interpreter, value, "is entered with 'with'");
  return MakeOpaque(opaque.name + ".__enter__()", opaque);
}

Error OpaqueRefusal(Interpreter& interpreter, const Value& value, std::string_view what) {
  const OpaqueObject& opaque = Self(value);
  const OpaqueOrigin& origin = *opaque.origin;
  if (origin.refusal != nullptr) return *origin.refusal;
  Error error = Unsupported(fmt::format("'{}' {}, but Limbeck does not have {}", opaque.name, what, origin.lacking));
  error.At(interpreter.CurrentPlace());
  if (origin.place.file.empty()) return error;
  return error.Hint(fmt::format("'{}' is imported at {}:{}", origin.imported, origin.place.file, origin.place.line));
}

void NoteOpaqueCall(Interpreter& interpreter, const Value& called) {
  auto& calls = interpreter.Service<OpaqueCalls>();
  const Frame* frame = interpreter.machine().frame();
  if (frame == nullptr || frame->module_run().tree->source->path() != calls.watched_file) return;
  calls.last = called;
  calls.place = interpreter.CurrentPlace();
}

Value OpaqueResult(Interpreter& interpreter, const Value& value, std::string_view what) {
  auto refusal = std::make_shared<const Error>(OpaqueRefusal(interpreter, value, what));
  return MakeRefused(Self(value).name, std::move(refusal));
}

Value OpaqueText(Interpreter& interpreter, const Value& value) {
  return OpaqueResult(interpreter, value, "is made a string");
}

Value OpaqueMember(const Value& value, Symbol name) {
  return MakeOpaque(Self(value).name + "." + name.text(), Self(value));
}

const Value* FindOpaque(const std::vector<Value>& values) {
  const auto found = std::find_if(values.begin(), values.end(), IsOpaque);
  return found == values.end() ? nullptr : &*found;
}

void RefuseOpaque(Interpreter& interpreter, const Value& value, std::string_view what) {
  throw OpaqueRefusal(interpreter, value, what);
}

void FillOpaque(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.get_attribute = GetAttribute;
  slots.set_attribute = SetAttribute;
  slots.call = Call;
  slots.repr = Repr;
  slots.str = Repr;
  slots.truth = Truth;
  slots.iterate = Iterate;
  slots.length = Length;
  slots.contains = Contains;
  slots.compare = Compare;
  slots.hash = Hash;
  slots.get_item = GetItem;
  slots.set_item = SetItem;
  slots.binary = Binary;
  slots.unary = Unary;
}

}  // namespace limbeck::python
