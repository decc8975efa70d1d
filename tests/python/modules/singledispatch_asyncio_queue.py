import asyncio
import functools


@functools.singledispatch
def show(value):
    return "other"


@show.register
def _(value: int):
    return "int"


@show.register(list)
def show_list(value):
    return "list"


print(show(1), show([]), show(""), show(True), show_list([1]))
# expect: int list other int list


class Reader:
    @functools.singledispatchmethod
    def read(self, value, *rest):
        return "?", rest

    @read.register
    def _(self, value: str):
        return "text " + value

    @read.register(dict)
    def _(self, value):
        return self.read("a dict")

    @functools.singledispatchmethod
    @classmethod
    def make(cls, value):
        return cls.__name__

    @make.register
    @classmethod
    def _(cls, value: int):
        return cls.__name__ + str(value)


print(Reader().read(1, 2), Reader().read("x"), Reader().read({}))
# expect: ('?', (2,)) text x text a dict
print(Reader.make(""), Reader().make(3))
# expect: Reader Reader3


async def main():
    queue = asyncio.Queue(2)
    await queue.put(1)
    queue.put_nowait(2)
    print(queue.full(), queue.qsize(), await queue.get(), queue.get_nowait(), queue.empty())
    # expect: True 2 1 2 True
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
        # expect: QueueEmpty()
    last, smallest = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for item in (2, 1, 3):
        last.put_nowait(item)
        smallest.put_nowait(item)
    print(await last.get(), await smallest.get())
    # expect: 3 1


asyncio.run(main())
