import asyncio
class M:
    async def __aenter__(self):
        print("enter")
        return "v"
    async def __aexit__(self, *e): print("exit")
class It:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3: raise StopAsyncIteration
        return self.n
async def main():
    async with M() as v:
        print(v)
    async for x in It():
        print(x, end=" ")
    else:
        print("done")
    return [x async for x in It() if x > 1]
print(asyncio.run(main()))
# expect: enter
# expect: v
# expect: exit
# expect: 1 2 3 done
# expect: [2, 3]
