import bisect
import heapq
import queue
h = []
for x in [5, 1, 4, 1, 3]:
    heapq.heappush(h, x)
# expect: [1, 1, 3, 4, 5] [1, 2] ['c', 'b'] [0, 1, 2, 3, 4] [3, 2, 1]
print([heapq.heappop(h) for _ in range(5)], heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, "bca"), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([3, 1], [2], reverse=True)))
data = [9, 3, 7, 1]
heapq.heapify(data)
# expect: 1 1 0 [3, 5, 7, 9] ['b']
print(data[0], heapq.heapreplace(data, 5), heapq.heappushpop(data, 0), sorted(data), heapq.nsmallest(1, ["aa", "b"], key=len))
a = [1, 2, 2, 3]
# expect: 3 1 4 None [1, 2, 2, 2.5, 3] 1
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 9), bisect.insort(a, 2.5), a, bisect.bisect_left([("a", 1), ("b", 2)], 2, key=lambda p: p[1]))
q = queue.Queue(maxsize=2)
q.put(1)
q.put_nowait(2)
print(q.get(), q.qsize(), q.empty(), q.full(), q.get_nowait())  # expect: 1 1 False False 2
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print(p.get(), p.get(), queue.LifoQueue().empty())  # expect: 1 2 True
try:
    q.get_nowait()
except queue.Empty:
    print("empty")  # expect: empty
