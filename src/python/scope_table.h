#pragma once

#include <cstdint>
#include <vector>

#include "base/source.h"
#include "python/ast.h"

namespace limbeck::python {

enum class ScopeKind : uint8_t { kModule, kFunction, kClass, kComprehension, kTypeParameters };

/// What a scope does with a name.
namespace name_flag {
inline constexpr uint16_t kBound = 1;
inline constexpr uint16_t kUsed = 2;
inline constexpr uint16_t kParameter = 4;
inline constexpr uint16_t kGlobal = 8;
inline constexpr uint16_t kNonlocal = 16;
inline constexpr uint16_t kAnnotated = 32;
/// Bound by a `for` of a comprehension.
inline constexpr uint16_t kIterator = 64;
/// An inner frame uses it, so it lives in a cell.
inline constexpr uint16_t kCaptured = 128;
/// Alone: not written in the source, but `__class__` of a function that calls super(); nothing when there is no class.
inline constexpr uint16_t kImplicit = 256;
/// Bound by `:=` in this comprehension, for the function around.
inline constexpr uint16_t kNamed = 512;
}  // namespace name_flag

/// The scopes of a module and the names in them.
///
/// A scope is where names are looked up; a frame is where they are stored. Most scopes have a frame of their own; those
/// of comprehensions and type parameters use the frame of the scope around them. First the walker enters scopes and
/// says which names each binds and uses; then Finish() finds for every name the scope that owns it, sees which owners
/// are captured by inner frames, numbers slots, cells and free variables, and writes them into the tree.
class ScopeTable {
 public:
  using ScopeId = uint32_t;
  using VariableId = uint32_t;
  static constexpr uint32_t kNone = UINT32_MAX;

  struct Variable {
    Symbol name;
    ScopeId scope = 0;
    uint16_t flags = 0;
    ast::NameAccess access = ast::NameAccess::kGlobal;
    uint32_t index = kNone;
    /// The variable that this name means, when it is another scope's.
    VariableId owner = kNone;
    /// The next one of the scope, in the order of appearance.
    VariableId next = kNone;
  };

  struct Scope {
    ScopeKind kind = ScopeKind::kModule;
    ScopeId parent = kNone;
    uint32_t frame = 0;
    VariableId first = kNone;
    VariableId last = kNone;
    /// Of a class: the variable `__class__` that its methods see.
    VariableId class_cell = kNone;
    /// What is told the slots and cells of the scope, when it has no frame of its own.
    ast::Comprehension* comprehension = nullptr;
    ast::TypeParameters* type_parameters = nullptr;
  };

  explicit ScopeTable(ast::Module& module);

  /// With a frame for the code.
  ScopeId AddScope(ScopeKind kind, ScopeId parent, ast::Code& code);
  ScopeId AddScope(ScopeId parent, ast::Comprehension& comprehension);
  ScopeId AddScope(ScopeId parent, ast::TypeParameters& type_parameters);

  /// The scope's variable of that name, made when there is none.
  VariableId Get(ScopeId scope, Symbol name);
  /// Or kNone.
  VariableId Find(ScopeId scope, Symbol name) const;
  Variable& variable(VariableId id) { return variables_[id]; }
  const Scope& scope(ScopeId id) const { return scopes_[id]; }
  ast::Code& CodeOf(ScopeId id) { return *frames_[scopes_[id].frame].code; }

  /// The reference in the tree will be told where the variable is.
  void Refer(ast::NameRef& reference, VariableId variable) { references_.push_back({&reference, variable}); }
  /// A name of a `nonlocal` statement; without an owner it is an error at that place.
  void Require(VariableId variable, Span place) { required_.push_back({variable, place}); }

  void Finish();

 private:
  struct Free {
    VariableId owner = kNone;
    bool from_cell = true;
    /// In the frame around; of a cell it is known once cells are numbered.
    uint32_t index = 0;
  };
  struct Frame {
    ast::Code* code = nullptr;
    ScopeId scope = 0;
    uint32_t parent = kNone;
    std::vector<Symbol> slots;
    std::vector<ast::CellVariable> cells;
    std::vector<Free> frees;
  };
  struct Reference {
    ast::NameRef* reference;
    VariableId variable;
  };
  struct Required {
    VariableId variable;
    Span place;
  };

  ScopeId AddScope(Scope scope);
  size_t SlotOf(ScopeId scope, Symbol name) const;
  void Grow();

  void ResolveAll();
  void Resolve(VariableId id);
  VariableId FindOwner(ScopeId scope, Symbol name);
  VariableId ClassCell(ScopeId scope);
  void BindToOwner(VariableId id, VariableId owner);
  uint32_t AddFree(uint32_t frame, VariableId owner);
  void CheckRequired() const;
  void MakeGlobal(VariableId id);
  uint32_t GlobalIndex(Symbol name);

  void NumberScope(ScopeId id);
  void NumberVariable(Frame& frame, VariableId id);
  void FollowOwners();
  void WriteFrame(Frame& frame);
  template <typename T>
  Sequence<T> Copy(const std::vector<T>& elements);

  ast::Module& module_;
  std::vector<Variable> variables_;
  std::vector<Scope> scopes_;
  std::vector<Frame> frames_;
  std::vector<Reference> references_;
  std::vector<Required> required_;
  std::vector<Symbol> globals_;
  /// Open addressing by scope and name: index + 1 of the variable, 0 is empty.
  std::vector<uint32_t> slots_;
};

}  // namespace limbeck::python
