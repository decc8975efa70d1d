class Registry(type):
    items = {}
    def __init__(cls, name, bases, ns):
        if bases: Registry.items[name] = cls
        type.__init__(cls, name, bases, ns)
class Base(metaclass=Registry): pass
class A(Base): pass
class B(A): pass
print(sorted(Registry.items))  # expect: ['A', 'B']
