import asyncio
class A:
    def __await__(self):
        return iter_()
def iter_():
    return "value"
    yield
async def main():
    return await A()
print(asyncio.run(main()))  # expect: value
