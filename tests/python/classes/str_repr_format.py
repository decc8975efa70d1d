class A:
    def __repr__(self): return "repr"
class B(A):
    def __str__(self): return "str"
class C(B):
    def __format__(self, spec): return f"<{spec}>"
print(A(), [B()], B(), f"{B()!r} {B()} {C():>5} {C()}", "%s %r" % (B(), B()), "{:x}".format(C()))
# expect: repr [repr] str repr str <>5> <> str repr <x>
