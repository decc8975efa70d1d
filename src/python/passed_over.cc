#include "python/passed_over.h"

#include <fmt/format.h>

#include "python/failed_modules.h"
#include "python/import.h"
#include "python/machine.h"
#include "python/mentions.h"
#include "python/opaque.h"
#include "python/traceback.h"

namespace limbeck::python {
namespace {

using ast::As;
using ast::StmtKind;

/// Refusals of statements by which tables may be missing.
struct MissingTables {
  std::vector<std::shared_ptr<const Error>> refusals;
};

/// Binds the names of a statement that was passed over.
class Binder {
 public:
  Binder(Interpreter& interpreter, Frame& frame, std::shared_ptr<const Error> refusal)
      : interpreter_(interpreter), frame_(frame), refusal_(std::move(refusal)) {}

  void Bind(const ast::Stmt& stmt);
  void BindMention(const Mention& mention);

 private:
  void BindAll(const ast::Block& block) {
    for (const auto& stmt : block) Bind(*stmt);
  }
  void BindFor(const ast::For& stmt);
  void BindWith(const ast::With& stmt);
  void BindTry(const ast::Try& stmt);
  void BindTarget(const ast::Expr& target);
  void BindElements(const Sequence<Child<ast::Expr>>& elements) {
    for (const auto& element : elements) BindTarget(*element);
  }
  void BindName(const ast::NameRef& name) { interpreter_.machine().StoreName(frame_, name, Make(name.symbol)); }
  void BindRootOf(const ast::Expr& target);
  bool IsPlainItem(const Value& of, const std::string& key);

  Value Make(Symbol name) const {
    return MakeRefused(frame_.module_run().module->name() + "." + name.text(), refusal_);
  }

  Interpreter& interpreter_;
  Frame& frame_;
  const std::shared_ptr<const Error> refusal_;
};

void Binder::Bind(const ast::Stmt& stmt) {
  switch (stmt.kind) {
    case StmtKind::kAssign:
      return BindElements(As<ast::Assign>(stmt).targets);
    case StmtKind::kAugmentedAssign:
      return BindTarget(*As<ast::AugmentedAssign>(stmt).target);
    case StmtKind::kAnnotatedAssign:
      return BindTarget(*As<ast::AnnotatedAssign>(stmt).target);
    case StmtKind::kFunctionDef:
      return BindName(As<ast::FunctionDef>(stmt).name);
    case StmtKind::kClassDef:
      return BindName(As<ast::ClassDef>(stmt).name);
    case StmtKind::kTypeAlias:
      return BindName(As<ast::TypeAlias>(stmt).name);
    case StmtKind::kImport:
      for (const ast::ImportName& name : As<ast::Import>(stmt).names) BindName(name.bound);
      return;
    case StmtKind::kImportFrom:
      for (const ast::ImportedName& name : As<ast::ImportFrom>(stmt).names) BindName(name.bound);
      return;
    case StmtKind::kIf:
      BindAll(As<ast::If>(stmt).body);
      return BindAll(As<ast::If>(stmt).otherwise);
    case StmtKind::kWhile:
      BindAll(As<ast::While>(stmt).body);
      return BindAll(As<ast::While>(stmt).otherwise);
    case StmtKind::kFor:
      return BindFor(As<ast::For>(stmt));
    case StmtKind::kWith:
      return BindWith(As<ast::With>(stmt));
    case StmtKind::kTry:
      return BindTry(As<ast::Try>(stmt));
    case StmtKind::kMatch:
      for (const ast::MatchCase& one : As<ast::Match>(stmt).cases) BindAll(one.body);
      return;
    default:
      return;
  }
}

void Binder::BindFor(const ast::For& stmt) {
  BindTarget(*stmt.target);
  BindAll(stmt.body);
  BindAll(stmt.otherwise);
}

void Binder::BindWith(const ast::With& stmt) {
  for (const ast::WithItem& item : stmt.items) {
    if (item.target) BindTarget(*item.target);
  }
  BindAll(stmt.body);
}

void Binder::BindTry(const ast::Try& stmt) {
  BindAll(stmt.body);
  for (const ast::ExceptHandler& handler : stmt.handlers) BindAll(handler.body);
  BindAll(stmt.otherwise);
  BindAll(stmt.finally);
}

/// An attribute or item takes the opaque value, where its object can be had; else the object is opaque itself.
void Binder::BindTarget(const ast::Expr& target) {
  switch (target.kind) {
    case ast::ExprKind::kName:
      return BindName(As<ast::Name>(target).ref);
    case ast::ExprKind::kTuple:
      return BindElements(As<ast::Tuple>(target).elements);
    case ast::ExprKind::kList:
      return BindElements(As<ast::List>(target).elements);
    case ast::ExprKind::kStarred:
      return BindTarget(*As<ast::Starred>(target).value);
    default:
      break;
  }
  Interpreter::Machine& machine = interpreter_.machine();
  const Symbol shown = Symbol::Intern(frame_.module_run().tree->source->Text(target.span));
  if (machine.RunCatching([&] { machine.Assign(frame_, target, Make(shown)); })) BindRootOf(target);
}

void Binder::BindRootOf(const ast::Expr& target) {
  if (const auto* attribute = ast::TryAs<ast::Attribute>(target)) return BindRootOf(*attribute->value);
  if (const auto* subscript = ast::TryAs<ast::Subscript>(target)) return BindRootOf(*subscript->value);
  if (const auto* name = ast::TryAs<ast::Name>(target)) BindName(name->ref);
}

/// What can be changed half-way: no module, class, function or plain value.
bool IsChangeable(const Value& value) {
  return Cast<ListObject>(value) != nullptr || Cast<DictObject>(value) != nullptr ||
         Cast<SetObject>(value) != nullptr || Cast<InstanceObject>(value) != nullptr;
}

/// Whether an item is meant that cannot be changed.
bool Binder::IsPlainItem(const Value& of, const std::string& key) {
  Value item;
  if (key.empty() || interpreter_.machine().RunCatching([&] { item = interpreter_.GetItem(of, MakeStr(key)); })) {
    return false;
  }
  return !IsChangeable(item);
}

/// The object's place takes the opaque value: an attribute where it has one, else the name.
void Binder::BindMention(const Mention& mention) {
  Namespace& globals = frame_.module_run().module->globals();
  const Value* root = globals.Find(mention.root);
  if (root == nullptr) return;
  Value owner;
  Value value = *root;
  for (const Symbol attribute : mention.attributes) {
    owner = value;
    value = Cast<InstanceObject>(owner) == nullptr ? Value() : interpreter_.FindAttribute(owner, attribute);
    if (value.is_empty()) break;
  }
  if (value.is_empty() || !IsChangeable(value) || IsPlainItem(value, mention.key)) return;
  const Symbol last = mention.attributes.empty() ? mention.root : mention.attributes.back();
  const auto set = [&] { interpreter_.SetAttribute(owner, last, Make(last)); };
  const bool is_set = !owner.is_empty() && !interpreter_.machine().RunCatching(set);
  if (!is_set) globals.Set(mention.root, Make(mention.root));
}

/// Whether the statement does nothing but bind names.
bool OnlyBinds(const ast::Stmt& stmt) {
  switch (stmt.kind) {
    case StmtKind::kAssign:
    case StmtKind::kAugmentedAssign:
    case StmtKind::kAnnotatedAssign:
    case StmtKind::kFunctionDef:
    case StmtKind::kClassDef:
    case StmtKind::kTypeAlias:
    case StmtKind::kImport:
    case StmtKind::kImportFrom:
      return true;
    default:
      return false;
  }
}

/// A class, or a statement that may do anything, where the module describes tables; an assignment that says so itself.
bool MayLoseTables(const Frame& frame, const ast::Stmt& stmt, std::string_view text) {
  const bool is_plain = OnlyBinds(stmt) && stmt.kind != StmtKind::kClassDef;
  return HasSignsOfTables(is_plain ? text : frame.module_run().tree->source->text());
}

/// A statement's text, up to the next one.
std::string_view TextOf(const ast::Module& tree, uint32_t number) {
  const SourceFile& source = *tree.source;
  const bool is_last = number + 1 == tree.body.size();
  const size_t end = is_last ? source.text().size() : tree.body[number + 1]->span.begin;
  return source.Text({tree.body[number]->span.begin, static_cast<uint32_t>(end)});
}

}  // namespace

bool PassedOver::Applies(Interpreter& interpreter, const ast::Module& tree, const ModuleObject& module) {
  return interpreter.options().defer_imports && module.is_loading() && !tree.source->path().starts_with('<');
}

bool PassedOver::IsPossible(Interpreter& interpreter, const ExceptionObject& exception, bool is_guarded) {
  if (IsRefusal(exception)) return exception.native->kind() == ErrorKind::kUnsupported;
  if (is_guarded || exception.type()->IsSubtypeOf(Exceptions().keyboard_interrupt)) return false;
  const bool is_refused = exception.native != nullptr && exception.native->kind() == ErrorKind::kUnsupported;
  return is_refused || interpreter.Service<PassedOverOptions>().passes_over_exceptions;
}

void PassedOver::Leave(Interpreter& interpreter, Frame& frame, uint32_t number, const Ref<ExceptionObject>& exception) {
  const ast::Module& tree = *frame.module_run().tree;
  const ast::Stmt& stmt = *tree.body[number];
  const std::string_view text = TextOf(tree, number);
  const auto refusal = std::make_shared<const Error>(interpreter.ToError(ScriptError(exception)));
  if (MayLoseTables(frame, stmt, text)) interpreter.Service<MissingTables>().refusals.push_back(refusal);
  Binder binder(interpreter, frame, refusal);
  binder.Bind(stmt);
  if (OnlyBinds(stmt)) return;
  for (const Mention& mention : FindMentions(text)) binder.BindMention(mention);
  frame.at = stmt.span;
  interpreter.Warn(Exceptions().runtime_warning, "this statement is passed over: " + refusal->message());
}

Value PassedOver::CallFactory(Interpreter& interpreter, const Value& factory, const Value& so_far) {
  try {
    return interpreter.importer().CallAsModule(factory);
  } catch (const ScriptError& error) {
    const Value made =
        IsPossible(interpreter, *error.exception(), false) ? interpreter.Call(so_far, {}) : Value::None();
    if (made.is_none()) throw;
    const auto refusal = std::make_shared<const Error>(interpreter.ToError(error));
    interpreter.Service<MissingTables>().refusals.push_back(refusal);
    interpreter.Warn(Exceptions().runtime_warning, "the application is left as it is here: " + refusal->message());
    return made;
  }
}

void PassedOver::ThrowIfTablesAreMissing(Interpreter& interpreter) {
  const auto& refusals = interpreter.Service<MissingTables>().refusals;
  if (!refusals.empty()) throw Error(*refusals.front());
}

}  // namespace limbeck::python
