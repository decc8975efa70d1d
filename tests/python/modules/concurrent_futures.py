# Executors: what is submitted is done by the time that somebody asks for it.
import concurrent.futures
from concurrent.futures import ThreadPoolExecutor, as_completed


def half(number):
    return 10 // number


with ThreadPoolExecutor(max_workers=2) as pool:
    future = pool.submit(half, 5)
    print(future.result(timeout=5), future.done(), future.exception())
    # expect: 2 True None
    print(list(pool.map(half, [1, 2, 5])))
    # expect: [10, 5, 2]
    print(sorted(done.result() for done in as_completed([pool.submit(half, n) for n in (1, 2)])))
    # expect: [5, 10]
    failed = pool.submit(half, 0)
    print(type(failed.exception()).__name__)
    # expect: ZeroDivisionError
    try:
        failed.result()
    except ZeroDivisionError as error:
        print(error)
        # expect: integer division or modulo by zero
    futures = [pool.submit(half, 1), failed]
    done, not_done = concurrent.futures.wait(futures)
    print(len(done), len(not_done))
    # expect: 2 0
    pool.submit(half, 5).add_done_callback(lambda future: print("called", future.result()))
    # expect: called 2

try:
    pool.submit(half, 1)
except RuntimeError as error:
    print(error)
    # expect: cannot schedule new futures after shutdown
try:
    ThreadPoolExecutor(max_workers=0)
except ValueError as error:
    print(error)
    # expect: max_workers must be greater than 0
