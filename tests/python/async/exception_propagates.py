import asyncio
async def f():
    raise ValueError("async")
async def main():
    try:
        await f()
    except ValueError as e:
        return "caught " + str(e)
print(asyncio.run(main()))  # expect: caught async
