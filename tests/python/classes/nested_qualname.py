class A:
    class B:
        def m(self):
            def inner():
                pass
            return inner.__qualname__
print(A.B.__qualname__, A.B.m.__qualname__, A.B().m())  # expect: A.B A.B.m A.B.m.<locals>.inner
