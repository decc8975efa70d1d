class Base:
    def go(self): return ["Base"]
class A(Base):
    def go(self): return ["A"] + super().go()
class B(Base):
    def go(self): return ["B"] + super().go()
class C(A, B):
    def go(self): return ["C"] + super().go()
print(C().go())  # expect: ['C', 'A', 'B', 'Base']
