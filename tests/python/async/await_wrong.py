import asyncio
async def main():
    await 5
try:
    asyncio.run(main())
except TypeError as e:
    print(e)
# expect: object int can't be used in 'await' expression
