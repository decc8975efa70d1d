class A:
    def f(self):
        return super().nothing
try:
    A().f()
except AttributeError as e:
    print(e)
# expect: 'super' object has no attribute 'nothing'
