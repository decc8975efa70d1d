class D:
    def __set_name__(self, owner, name): print("set", name)
class Base:
    def __init_subclass__(cls): print("init", cls.__name__)
class A(Base):
    d = D()
# expect: set d
# expect: init A
