import tools.counter  # expect: loaded once
import tools.counter as again
tools.counter.n += 1
print(again.n)  # expect: 1
