calls = []
def index():
    calls.append(1)
    return 0
data = [1]
data[index()] += 5
print(data, calls)  # expect: [6] [1]
class A: pass
def obj():
    calls.append(2)
    return A
A.x = 1
obj().x += 1
print(A.x, calls)  # expect: 2 [1, 2]
