import abc
import functools
import inspect
import os
from dataclasses import dataclass, field
def plain(a, b: int = 1, /, c=2, *args: str, d, e="x", **kw) -> bool:
    """Does
       things.

         indented
    """
class Base(abc.ABC):
    "Base doc."
    x = 1
    @abc.abstractmethod
    def method(self, one, two=2): ...
    @classmethod
    def make(cls, v): ...
    @staticmethod
    def fixed(v): ...
    @property
    def prop(self): return 1
class Child(Base):
    def __init__(self, n, *, flag=False): self.n = n
    def method(self, one, two=3): return one
    def __call__(self, z): ...
@dataclass
class Data:
    a: int
    b: str = "q"
    c: int = field(default=1, kw_only=True)
async def co(): ...
def gen(): yield
print(inspect.signature(plain), list(inspect.signature(plain).parameters), inspect.signature(plain).return_annotation)
print([str(p.kind) for p in inspect.signature(plain).parameters.values()], inspect.signature(plain).parameters["b"].default, inspect.signature(plain).parameters["a"].default is inspect.Parameter.empty)
print(inspect.signature(Child), inspect.signature(Child(1).method), inspect.signature(Child.method), inspect.signature(Child(1)), inspect.signature(Child.make), inspect.signature(Base.fixed), inspect.signature(Data))
print(inspect.signature(functools.partial(lambda x, y, z=3: 1, 5, z=9)), inspect.signature(lambda: 0), inspect.signature(lambda *, k: 0))
print(inspect.isclass(Child), inspect.isclass(1), inspect.isfunction(plain), inspect.isfunction(len), inspect.ismethod(Child(1).method), inspect.ismethod(plain), inspect.isbuiltin(len), inspect.ismodule(os), inspect.isroutine(plain))
print(inspect.iscoroutinefunction(co), inspect.iscoroutinefunction(plain), inspect.isgeneratorfunction(gen), inspect.isgenerator(gen()), inspect.isabstract(Base), inspect.isabstract(Child))
print(inspect.getdoc(plain).splitlines(), inspect.getdoc(Child), inspect.cleandoc(" a\n   b\n   c"), inspect.getmro(Child)[:2] == (Child, Base), inspect.getmodule(functools.partial).__name__, os.path.basename(inspect.getsourcefile(plain)))
print([name for name, _ in inspect.getmembers(Child, inspect.isfunction)], [name for name, value in inspect.getmembers(Child(1)) if not name.startswith("_")])
print(inspect.getfullargspec(plain).args, inspect.getfullargspec(plain).varargs, inspect.getfullargspec(plain).kwonlyargs, inspect.getfullargspec(plain).defaults, inspect.getfullargspec(plain).kwonlydefaults)
bound = inspect.signature(plain).bind(1, 2, 3, 4, d=5, zz=6)
bound.apply_defaults()
print(dict(bound.arguments), bound.args, bound.kwargs)
def wraps(f):
    @functools.wraps(f)
    def inner(*a, **k): return f(*a, **k)
    return inner
@wraps
def decorated(q, r=1): ...
print(inspect.signature(decorated), inspect.unwrap(decorated) is not decorated, inspect.getattr_static(Base, "prop").__class__.__name__, inspect.get_annotations(Data))
def caller_name(): return inspect.stack()[1].function, inspect.currentframe().f_back.f_code.co_name
def outer(): return caller_name()
print(outer(), inspect.currentframe().f_lineno, os.path.basename(inspect.stack()[0].filename), inspect.getsource(gen), end="")
for work in (lambda: inspect.signature(1), lambda: inspect.signature(lambda a: 0).bind(), lambda: inspect.signature(lambda: 0).bind(1), lambda: inspect.signature(lambda: 0).bind(x=1)):
    try:
        print(work())
    except TypeError as error:
        print(error)

# expect: (a, b: int = 1, /, c=2, *args: str, d, e='x', **kw) -> bool ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] <class 'bool'>
# expect: ['POSITIONAL_ONLY', 'POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'KEYWORD_ONLY', 'VAR_KEYWORD'] 1 True
# expect: (n, *, flag=False) (one, two=3) (self, one, two=3) (z) (v) (v) (a: int, b: str = 'q', *, c: int = 1) -> None
# expect: (y, *, z=9) () (*, k)
# expect: True False True False True False True True True
# expect: True False True True True False
# expect: ['Does', 'things.', '', '  indented'] Base doc. a
# expect: b
# expect: c True functools inspect_questions.py
# expect: ['__call__', '__init__', 'fixed', 'method'] ['fixed', 'make', 'method', 'n', 'prop', 'x']
# expect: ['a', 'b', 'c'] args ['d', 'e'] (1, 2) {'e': 'x'}
# expect: {'a': 1, 'b': 2, 'c': 3, 'args': (4,), 'd': 5, 'e': 'x', 'kw': {'zz': 6}} (1, 2, 3, 4) {'d': 5, 'e': 'x', 'zz': 6}
# expect: (q, r=1) True property {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'int'>}
# expect: ('outer', 'outer') 55 inspect_questions.py def gen(): yield
# expect: 1 is not a callable object
# expect: missing a required argument: 'a'
# expect: too many positional arguments
# expect: got an unexpected keyword argument 'x'
