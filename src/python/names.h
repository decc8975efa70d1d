#pragma once

#include "python/symbol.h"

namespace limbeck::python {

/// The names that the language itself looks for, interned once.
struct WellKnownNames {
  Symbol init = Symbol::Intern("__init__");
  Symbol new_ = Symbol::Intern("__new__");
  Symbol call = Symbol::Intern("__call__");
  Symbol repr = Symbol::Intern("__repr__");
  Symbol str = Symbol::Intern("__str__");
  Symbol format = Symbol::Intern("__format__");
  Symbol hash = Symbol::Intern("__hash__");
  Symbol truth = Symbol::Intern("__bool__");
  Symbol length = Symbol::Intern("__len__");
  Symbol iterate = Symbol::Intern("__iter__");
  Symbol next = Symbol::Intern("__next__");
  Symbol contains = Symbol::Intern("__contains__");
  Symbol get_item = Symbol::Intern("__getitem__");
  Symbol set_item = Symbol::Intern("__setitem__");
  Symbol delete_item = Symbol::Intern("__delitem__");
  Symbol missing = Symbol::Intern("__missing__");
  Symbol get_attribute = Symbol::Intern("__getattribute__");
  Symbol get_missing_attribute = Symbol::Intern("__getattr__");
  Symbol set_attribute = Symbol::Intern("__setattr__");
  Symbol delete_attribute = Symbol::Intern("__delattr__");
  Symbol descriptor_get = Symbol::Intern("__get__");
  Symbol descriptor_set = Symbol::Intern("__set__");
  Symbol descriptor_delete = Symbol::Intern("__delete__");
  Symbol set_name = Symbol::Intern("__set_name__");
  Symbol init_subclass = Symbol::Intern("__init_subclass__");
  Symbol class_get_item = Symbol::Intern("__class_getitem__");
  Symbol mro_entries = Symbol::Intern("__mro_entries__");
  Symbol prepare = Symbol::Intern("__prepare__");
  Symbol instance_check = Symbol::Intern("__instancecheck__");
  Symbol subclass_check = Symbol::Intern("__subclasscheck__");
  Symbol enter = Symbol::Intern("__enter__");
  Symbol exit = Symbol::Intern("__exit__");
  Symbol async_enter = Symbol::Intern("__aenter__");
  Symbol async_exit = Symbol::Intern("__aexit__");
  Symbol async_iterate = Symbol::Intern("__aiter__");
  Symbol async_next = Symbol::Intern("__anext__");
  Symbol await = Symbol::Intern("__await__");
  Symbol index = Symbol::Intern("__index__");
  Symbol slots = Symbol::Intern("__slots__");
  Symbol match_args = Symbol::Intern("__match_args__");
  Symbol abstract_methods = Symbol::Intern("__abstractmethods__");
  Symbol class_cell = Symbol::Intern("__classcell__");
  Symbol metaclass = Symbol::Intern("metaclass");
  Symbol del = Symbol::Intern("__del__");
  Symbol length_hint = Symbol::Intern("__length_hint__");
  Symbol reversed = Symbol::Intern("__reversed__");
  Symbol name = Symbol::Intern("__name__");
  Symbol qualname = Symbol::Intern("__qualname__");
  Symbol module = Symbol::Intern("__module__");
  Symbol doc = Symbol::Intern("__doc__");
  Symbol dict = Symbol::Intern("__dict__");
  Symbol klass = Symbol::Intern("__class__");
  Symbol annotations = Symbol::Intern("__annotations__");
  Symbol bases = Symbol::Intern("__bases__");
  Symbol base = Symbol::Intern("__base__");
  Symbol mro = Symbol::Intern("__mro__");
  Symbol file = Symbol::Intern("__file__");
  Symbol path = Symbol::Intern("__path__");
  Symbol package = Symbol::Intern("__package__");
  Symbol spec = Symbol::Intern("__spec__");
  Symbol loader = Symbol::Intern("__loader__");
  Symbol builtins = Symbol::Intern("__builtins__");
  Symbol all = Symbol::Intern("__all__");
  Symbol defaults = Symbol::Intern("__defaults__");
  Symbol keyword_defaults = Symbol::Intern("__kwdefaults__");
  Symbol wrapped = Symbol::Intern("__wrapped__");
  Symbol function = Symbol::Intern("__func__");
  Symbol self = Symbol::Intern("__self__");
  Symbol origin = Symbol::Intern("__origin__");
  Symbol args = Symbol::Intern("__args__");
  Symbol parameters = Symbol::Intern("__parameters__");
  Symbol type_parameters = Symbol::Intern("__type_params__");
  Symbol cause = Symbol::Intern("__cause__");
  Symbol context = Symbol::Intern("__context__");
  Symbol suppress_context = Symbol::Intern("__suppress_context__");
  Symbol traceback = Symbol::Intern("__traceback__");
  Symbol notes = Symbol::Intern("__notes__");
  Symbol orig_bases = Symbol::Intern("__orig_bases__");
  Symbol weakref = Symbol::Intern("__weakref__");
  Symbol main = Symbol::Intern("__main__");
  Symbol equal = Symbol::Intern("__eq__");
  Symbol not_equal = Symbol::Intern("__ne__");
  Symbol less = Symbol::Intern("__lt__");
  Symbol less_equal = Symbol::Intern("__le__");
  Symbol greater = Symbol::Intern("__gt__");
  Symbol greater_equal = Symbol::Intern("__ge__");
  Symbol negate = Symbol::Intern("__neg__");
  Symbol plus = Symbol::Intern("__pos__");
  Symbol invert = Symbol::Intern("__invert__");
  Symbol keys = Symbol::Intern("keys");
  Symbol close = Symbol::Intern("close");
  Symbol throw_ = Symbol::Intern("throw");
  Symbol send = Symbol::Intern("send");
  Symbol value = Symbol::Intern("value");
  Symbol super_ = Symbol::Intern("super");
};

namespace internal {
extern const WellKnownNames kNames;
}
inline const WellKnownNames& Names() {
  return internal::kNames;
}

}  // namespace limbeck::python
