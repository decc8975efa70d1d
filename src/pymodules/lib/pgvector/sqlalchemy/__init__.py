"""Column types of the vector extension."""

from sqlalchemy.types import UserDefinedType


class _Sized(UserDefinedType):
    cache_ok = True
    _name = ""

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def get_col_spec(self, **kw):
        return self._name if self.dim is None else "%s(%d)" % (self._name, self.dim)


class VECTOR(_Sized):
    _name = "VECTOR"


class HALFVEC(_Sized):
    _name = "HALFVEC"


class SPARSEVEC(_Sized):
    _name = "SPARSEVEC"


class BIT(UserDefinedType):
    cache_ok = True

    def __init__(self, length=None):
        super().__init__()
        self.length = length

    def get_col_spec(self, **kw):
        return "BIT" if self.length is None else "BIT(%d)" % self.length


Vector = VECTOR
Halfvec = HALFVEC
Sparsevec = SPARSEVEC
