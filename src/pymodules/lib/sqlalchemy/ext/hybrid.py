"""Attributes that are Python on an instance and SQL on a class."""


class hybrid_method:
    def __init__(self, func, expr=None):
        self.func = func
        self.expr = expr or func
        self.__doc__ = func.__doc__

    def __get__(self, instance, owner):
        import functools

        if instance is None:
            return functools.partial(self.expr, owner)
        return functools.partial(self.func, instance)

    @property
    def inplace(self):
        return self

    def expression(self, expr):
        self.expr = expr
        return self


class hybrid_property:
    is_attribute = True

    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.expr = _function(expr)
        self.custom_comparator = custom_comparator
        self.update_expr = update_expr
        self.__doc__ = getattr(fget, "__doc__", None)

    def __get__(self, instance, owner):
        if instance is not None:
            return self.fget(instance)
        if self.custom_comparator is not None:
            return self.custom_comparator(owner)
        return (self.expr or self.fget)(owner)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _copy(self, **changes):
        parts = {"fget": self.fget, "fset": self.fset, "fdel": self.fdel, "expr": self.expr,
                 "custom_comparator": self.custom_comparator, "update_expr": self.update_expr}
        parts.update(changes)
        return type(self)(**parts)

    @property
    def inplace(self):
        return _InPlace(self)

    @property
    def overrides(self):
        return self

    def getter(self, fget):
        return self._copy(fget=fget)

    def setter(self, fset):
        return self._copy(fset=fset)

    def deleter(self, fdel):
        return self._copy(fdel=fdel)

    def expression(self, expr):
        return self._copy(expr=expr)

    def comparator(self, comparator):
        return self._copy(custom_comparator=comparator)

    def update_expression(self, meth):
        return self._copy(update_expr=meth)


def _function(expr):
    return expr.__func__ if isinstance(expr, (classmethod, staticmethod)) else expr


class _InPlace:
    """hybrid.inplace: changes the property itself."""

    def __init__(self, attribute):
        self.attribute = attribute

    def _set(self, name, function):
        setattr(self.attribute, name, _function(function))
        return self.attribute

    def getter(self, function):
        return self._set("fget", function)

    def setter(self, function):
        return self._set("fset", function)

    def deleter(self, function):
        return self._set("fdel", function)

    def expression(self, function):
        return self._set("expr", function)

    def comparator(self, function):
        return self._set("custom_comparator", function)

    def update_expression(self, function):
        return self._set("update_expr", function)


class Comparator:
    """Base of comparators that a hybrid gives for its class."""

    def __init__(self, expression):
        self.expression = expression

    def __clause_element__(self):
        expression = self.expression
        return expression.__clause_element__() if hasattr(expression, "__clause_element__") else expression


ExprComparator = Comparator
