import asyncio
async def g():
    for i in range(3):
        await asyncio.sleep(0)
        yield i
async def main():
    return [x async for x in g()], {x: x async for x in g()}
print(asyncio.run(main()))  # expect: ([0, 1, 2], {0: 0, 1: 1, 2: 2})
