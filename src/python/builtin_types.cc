#include "python/builtin_types.h"

#include <mutex>

#include "python/exception_types.h"

namespace limbeck::python {
namespace {

/// One row for each member of BuiltinTypes; a base stands before what is made from it.
struct TypeRow {
  TypeObject* BuiltinTypes::*member;
  const char* name;
  Layout layout;
  void (*fill)(TypeObject&);
  TypeObject* BuiltinTypes::*base = &BuiltinTypes::object;
  const char* module = "builtins";
};

constexpr TypeRow kRows[] = {
    {&BuiltinTypes::object, "object", Layout::kInstance, FillObject, nullptr},
    {&BuiltinTypes::type, "type", Layout::kType, FillType},
    {&BuiltinTypes::none, "NoneType", Layout::kOther, FillNone},
    {&BuiltinTypes::ellipsis, "ellipsis", Layout::kOther, FillEllipsis},
    {&BuiltinTypes::not_implemented, "NotImplementedType", Layout::kOther, FillNotImplemented},
    {&BuiltinTypes::integer, "int", Layout::kBigInt, FillInt},
    {&BuiltinTypes::boolean, "bool", Layout::kBigInt, FillBool, &BuiltinTypes::integer},
    {&BuiltinTypes::floating, "float", Layout::kFloat, FillFloat},
    {&BuiltinTypes::complex, "complex", Layout::kComplex, FillComplex},
    {&BuiltinTypes::str, "str", Layout::kStr, FillStr},
    {&BuiltinTypes::bytes, "bytes", Layout::kBytes, FillBytes},
    {&BuiltinTypes::byte_array, "bytearray", Layout::kByteArray, FillByteArray},
    {&BuiltinTypes::list, "list", Layout::kList, FillList},
    {&BuiltinTypes::tuple, "tuple", Layout::kTuple, FillTuple},
    {&BuiltinTypes::dict, "dict", Layout::kDict, FillDict},
    {&BuiltinTypes::set, "set", Layout::kSet, FillSet},
    {&BuiltinTypes::frozen_set, "frozenset", Layout::kSet, FillFrozenSet},
    {&BuiltinTypes::range, "range", Layout::kRange, FillRange},
    {&BuiltinTypes::slice, "slice", Layout::kSlice, FillSlice},
    {&BuiltinTypes::function, "function", Layout::kFunction, FillFunction},
    {&BuiltinTypes::native_function, "builtin_function_or_method", Layout::kNativeFunction, FillNativeFunction},
    {&BuiltinTypes::bound_method, "method", Layout::kBoundMethod, FillBoundMethod},
    {&BuiltinTypes::generator, "generator", Layout::kGenerator, FillGenerator},
    {&BuiltinTypes::coroutine, "coroutine", Layout::kGenerator, FillCoroutine},
    {&BuiltinTypes::async_generator, "async_generator", Layout::kGenerator, FillAsyncGenerator},
    {&BuiltinTypes::cell, "cell", Layout::kCell, FillCell},
    {&BuiltinTypes::property, "property", Layout::kProperty, FillProperty},
    {&BuiltinTypes::native_property, "getset_descriptor", Layout::kOther, FillNativeProperty},
    {&BuiltinTypes::class_method, "classmethod", Layout::kClassMethod, FillClassMethod},
    {&BuiltinTypes::static_method, "staticmethod", Layout::kStaticMethod, FillStaticMethod},
    {&BuiltinTypes::super, "super", Layout::kSuper, FillSuper},
    {&BuiltinTypes::module, "module", Layout::kModule, FillModule},
    {&BuiltinTypes::iterator, "iterator", Layout::kIterator, FillIterator},
    {&BuiltinTypes::dict_keys, "dict_keys", Layout::kView, FillDictKeys},
    {&BuiltinTypes::dict_values, "dict_values", Layout::kView, FillDictValues},
    {&BuiltinTypes::dict_items, "dict_items", Layout::kView, FillDictItems},
    {&BuiltinTypes::mapping_proxy, "mappingproxy", Layout::kOther, FillMappingProxy},
    {&BuiltinTypes::union_type, "UnionType", Layout::kOther, FillUnionType, &BuiltinTypes::object, "types"},
    {&BuiltinTypes::generic_alias, "GenericAlias", Layout::kOther, FillGenericAlias, &BuiltinTypes::object, "types"},
    {&BuiltinTypes::deferred, "deferred import", Layout::kDeferred, FillDeferred},
    {&BuiltinTypes::opaque, "opaque", Layout::kOpaque, FillOpaque},
};

BuiltinTypes MakeTypes() {
  BuiltinTypes types{};
  for (const TypeRow& row : kRows) {
    types.*row.member = new TypeObject(nullptr, row.name, row.layout);
    (types.*row.member)->MakeImmortal();
  }
  for (const TypeRow& row : kRows) (types.*row.member)->set_type(types.type);
  return types;
}

void FillTypes() {
  for (const TypeRow& row : kRows) {
    TypeObject& type = *(Types().*row.member);
    type.set_module(row.module);
    row.fill(type);
    if (type.own_slots().compare != nullptr && type.own_slots().hash == nullptr) MakeUnhashable(type);
    AddSlotMethods(type);
    std::vector<Ref<TypeObject>> bases;
    if (row.base != nullptr) bases.emplace_back(Types().*row.base);
    type.SetBases(std::move(bases));
  }
}

}  // namespace

const BuiltinTypes internal::kBuiltinTypes = MakeTypes();

void PrepareBuiltinTypes() {
  static std::once_flag once;
  std::call_once(once, [] {
    FillTypes();
    FillExceptionTypes();
  });
}

}  // namespace limbeck::python
