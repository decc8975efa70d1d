#include "python/scope_table.h"

#include <algorithm>

#include "python/syntax_error.h"

namespace limbeck::python {
namespace {

using ast::NameAccess;

constexpr uint16_t kElsewhere = name_flag::kGlobal | name_flag::kNonlocal;

Symbol ClassName() {
  static const Symbol symbol = Symbol::Intern("__class__");
  return symbol;
}

bool HasFrameVariables(ScopeKind kind) {
  return kind != ScopeKind::kModule && kind != ScopeKind::kClass;
}

}  // namespace

ScopeTable::ScopeTable(ast::Module& module) : module_(module), slots_(512) {
  AddScope(ScopeKind::kModule, kNone, *module.code);
}

// --- scopes and names ---

ScopeTable::ScopeId ScopeTable::AddScope(Scope scope) {
  scopes_.push_back(scope);
  return static_cast<ScopeId>(scopes_.size() - 1);
}

ScopeTable::ScopeId ScopeTable::AddScope(ScopeKind kind, ScopeId parent, ast::Code& code) {
  Frame frame;
  frame.code = &code;
  frame.scope = static_cast<ScopeId>(scopes_.size());
  frame.parent = parent == kNone ? kNone : scopes_[parent].frame;
  frames_.push_back(std::move(frame));
  return AddScope({.kind = kind, .parent = parent, .frame = static_cast<uint32_t>(frames_.size() - 1)});
}

ScopeTable::ScopeId ScopeTable::AddScope(ScopeId parent, ast::Comprehension& comprehension) {
  return AddScope({.kind = ScopeKind::kComprehension,
                   .parent = parent,
                   .frame = scopes_[parent].frame,
                   .comprehension = &comprehension});
}

ScopeTable::ScopeId ScopeTable::AddScope(ScopeId parent, ast::TypeParameters& type_parameters) {
  return AddScope({.kind = ScopeKind::kTypeParameters,
                   .parent = parent,
                   .frame = scopes_[parent].frame,
                   .type_parameters = &type_parameters});
}

size_t ScopeTable::SlotOf(ScopeId scope, Symbol name) const {
  const size_t mask = slots_.size() - 1;
  size_t at = (name.hash() + scope * uint64_t{0x9E3779B97F4A7C15}) & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const Variable& variable = variables_[slots_[at] - 1];
    if (variable.name == name && variable.scope == scope) break;
  }
  return at;
}

void ScopeTable::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (VariableId id = 0; id < variables_.size(); ++id) {
    if (scopes_[variables_[id].scope].class_cell == id) continue;  // no name of the class body
    slots_[SlotOf(variables_[id].scope, variables_[id].name)] = id + 1;
  }
}

ScopeTable::VariableId ScopeTable::Find(ScopeId scope, Symbol name) const {
  const uint32_t found = slots_[SlotOf(scope, name)];
  return found == 0 ? kNone : found - 1;
}

ScopeTable::VariableId ScopeTable::Get(ScopeId scope, Symbol name) {
  size_t slot = SlotOf(scope, name);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  if (variables_.size() * 2 >= slots_.size()) {
    Grow();
    slot = SlotOf(scope, name);
  }
  const auto id = static_cast<VariableId>(variables_.size());
  variables_.push_back({.name = name, .scope = scope});
  slots_[slot] = id + 1;
  Scope& in = scopes_[scope];
  if (in.first == kNone) {
    in.first = id;
  } else {
    variables_[in.last].next = id;
  }
  in.last = id;
  return id;
}

// --- resolving ---

void ScopeTable::Finish() {
  ResolveAll();
  CheckRequired();
  for (ScopeId id = 0; id < scopes_.size(); ++id) NumberScope(id);
  FollowOwners();
  for (Frame& frame : frames_) WriteFrame(frame);
  for (const Reference& reference : references_) {
    reference.reference->access = variables_[reference.variable].access;
    reference.reference->index = variables_[reference.variable].index;
  }
  module_.global_names = Copy(globals_);
}

/// By index: resolving may add variables, which are globals and need nothing more.
void ScopeTable::ResolveAll() {
  const auto count = static_cast<VariableId>(variables_.size());
  for (VariableId id = 0; id < count; ++id) Resolve(id);
}

void ScopeTable::Resolve(VariableId id) {
  const Variable variable = variables_[id];
  const ScopeKind kind = scopes_[variable.scope].kind;
  if ((variable.flags & name_flag::kGlobal) != 0 || kind == ScopeKind::kModule) return MakeGlobal(id);
  const bool is_own = (variable.flags & name_flag::kBound) != 0 && (variable.flags & name_flag::kNonlocal) == 0;
  if (is_own && kind == ScopeKind::kClass) {
    variables_[id].access = NameAccess::kClassName;
    variables_[id].index = GlobalIndex(variable.name);
    return;
  }
  if (is_own) return;
  const VariableId owner = FindOwner(variable.scope, variable.name);
  if (owner != kNone) return BindToOwner(id, owner);
  if (variable.flags != name_flag::kImplicit) MakeGlobal(id);
}

/// The variable in a scope around that the name means; none when it is a global. Functions do not see the names of a
/// class around them, except `__class__`.
ScopeTable::VariableId ScopeTable::FindOwner(ScopeId scope, Symbol name) {
  for (ScopeId at = scopes_[scope].parent; at != 0 && at != kNone; at = scopes_[at].parent) {
    if (scopes_[at].kind == ScopeKind::kClass) {
      if (name == ClassName()) return ClassCell(at);
      continue;
    }
    const VariableId found = Find(at, name);
    if (found == kNone) continue;
    const uint16_t flags = variables_[found].flags;
    if ((flags & name_flag::kGlobal) != 0) return kNone;
    if ((flags & name_flag::kBound) != 0 && (flags & name_flag::kNonlocal) == 0) return found;
  }
  return kNone;
}

ScopeTable::VariableId ScopeTable::ClassCell(ScopeId scope) {
  Scope& in = scopes_[scope];
  if (in.class_cell == kNone) {
    in.class_cell = static_cast<VariableId>(variables_.size());
    variables_.push_back({.name = ClassName(), .scope = scope, .flags = name_flag::kBound | name_flag::kCaptured});
  }
  return in.class_cell;
}

void ScopeTable::BindToOwner(VariableId id, VariableId owner) {
  Variable& variable = variables_[id];
  const Scope& scope = scopes_[variable.scope];
  variable.owner = owner;
  if (scope.frame == scopes_[variables_[owner].scope].frame) return;
  variables_[owner].flags |= name_flag::kCaptured;
  const bool reads_namespace = scope.kind == ScopeKind::kClass && (variable.flags & name_flag::kNonlocal) == 0;
  variable.access = reads_namespace ? NameAccess::kClassFree : NameAccess::kFree;
  variable.index = AddFree(scope.frame, owner);
}

/// The frame's free variable for the owner; the frames between hand it through.
uint32_t ScopeTable::AddFree(uint32_t frame_id, VariableId owner) {
  const Frame& frame = frames_[frame_id];
  const auto known =
      std::find_if(frame.frees.begin(), frame.frees.end(), [owner](const Free& free) { return free.owner == owner; });
  if (known != frame.frees.end()) return static_cast<uint32_t>(known - frame.frees.begin());
  Free free{.owner = owner};
  free.from_cell = frame.parent == scopes_[variables_[owner].scope].frame;
  if (!free.from_cell) free.index = AddFree(frame.parent, owner);
  std::vector<Free>& frees = frames_[frame_id].frees;
  frees.push_back(free);
  return static_cast<uint32_t>(frees.size() - 1);
}

void ScopeTable::CheckRequired() const {
  for (const Required& required : required_) {
    const Variable& variable = variables_[required.variable];
    if (variable.owner != kNone) continue;
    throw SyntaxError(*module_.source, required.place, "no binding for nonlocal '" + variable.name.text() + "' found");
  }
}

/// A class body looks into its namespace first, unless the name is declared global there.
void ScopeTable::MakeGlobal(VariableId id) {
  const uint32_t index = GlobalIndex(variables_[id].name);
  Variable& variable = variables_[id];
  const bool reads_namespace =
      scopes_[variable.scope].kind == ScopeKind::kClass && (variable.flags & name_flag::kGlobal) == 0;
  variable.access = reads_namespace ? NameAccess::kClassName : NameAccess::kGlobal;
  variable.index = index;
}

/// Kept in the module's variable of that name, which is made when the module itself does not mention it.
uint32_t ScopeTable::GlobalIndex(Symbol name) {
  Variable& global = variables_[Get(0, name)];
  if (global.index == kNone) {
    global.index = static_cast<uint32_t>(globals_.size());
    globals_.push_back(name);
  }
  return global.index;
}

// --- numbering ---

/// Gives the scope's own variables their slots and cells.
void ScopeTable::NumberScope(ScopeId id) {
  const Scope& scope = scopes_[id];
  Frame& frame = frames_[scope.frame];
  const size_t first_slot = frame.slots.size();
  const size_t first_cell = frame.cells.size();
  if (scope.class_cell != kNone) {
    frame.code->class_cell = static_cast<uint32_t>(first_cell);
    NumberVariable(frame, scope.class_cell);
  }
  for (VariableId at = scope.first; at != kNone && HasFrameVariables(scope.kind); at = variables_[at].next) {
    const uint16_t flags = variables_[at].flags;
    if ((flags & name_flag::kBound) != 0 && (flags & kElsewhere) == 0) NumberVariable(frame, at);
  }
  std::vector<uint32_t> cells;
  for (size_t i = first_cell; i < frame.cells.size(); ++i) cells.push_back(static_cast<uint32_t>(i));
  if (scope.comprehension != nullptr) {
    scope.comprehension->first_slot = static_cast<uint32_t>(first_slot);
    scope.comprehension->slot_count = static_cast<uint32_t>(frame.slots.size() - first_slot);
    scope.comprehension->cells = Copy(cells);
  }
  if (scope.type_parameters != nullptr) scope.type_parameters->cells = Copy(cells);
}

/// A parameter has its slot in any case, since the call fills it in.
void ScopeTable::NumberVariable(Frame& frame, VariableId id) {
  Variable& variable = variables_[id];
  const bool is_parameter = (variable.flags & name_flag::kParameter) != 0;
  const bool is_captured = (variable.flags & name_flag::kCaptured) != 0;
  const auto slot = static_cast<uint32_t>(frame.slots.size());
  if (is_parameter || !is_captured) frame.slots.push_back(variable.name);
  variable.access = is_captured ? NameAccess::kCell : NameAccess::kSlot;
  variable.index = is_captured ? static_cast<uint32_t>(frame.cells.size()) : slot;
  if (is_captured) {
    frame.cells.push_back({variable.name, is_parameter ? slot : ast::CellVariable::kNoParameter});
  }
}

/// Names that mean a variable of another scope in the same frame are found where that is.
void ScopeTable::FollowOwners() {
  for (Variable& variable : variables_) {
    if (variable.owner == kNone || variable.index != kNone) continue;
    variable.access = variables_[variable.owner].access;
    variable.index = variables_[variable.owner].index;
  }
}

void ScopeTable::WriteFrame(Frame& frame) {
  ast::Code& code = *frame.code;
  code.slots = Copy(frame.slots);
  code.cells = Copy(frame.cells);
  std::vector<ast::FreeVariable> frees;
  for (const Free& free : frame.frees) {
    const Variable& owner = variables_[free.owner];
    if (scopes_[owner.scope].class_cell == free.owner) code.class_free = static_cast<uint32_t>(frees.size());
    frees.push_back({owner.name, free.from_cell, free.from_cell ? owner.index : free.index});
  }
  code.frees = Copy(frees);
}

template <typename T>
Sequence<T> ScopeTable::Copy(const std::vector<T>& elements) {
  if (elements.empty()) return {};
  T* const first = module_.arena.NewArray<T>(elements.size());
  std::copy(elements.begin(), elements.end(), first);
  return {first, static_cast<uint32_t>(elements.size())};
}

}  // namespace limbeck::python
