import ctypes
import multiprocessing
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import concurrent.futures
from unittest import mock
lock = threading.Lock()
with lock:
    print(lock.locked(), lock.acquire(blocking=False))  # expect: True False
# expect: False True Command 'x' returned non-zero exit status 2. SIGTERM True
print(lock.locked(), issubclass(subprocess.CalledProcessError, Exception), str(subprocess.CalledProcessError(2, "x")), signal.SIGTERM.name, socket.AF_INET == 2)
local = threading.local()
local.x = 5
# expect: 5 MainThread True {'a.py'}
print(local.x, threading.current_thread().name, threading.main_thread() is threading.current_thread(), shutil.ignore_patterns("*.py")("", ["a.py", "b"]))
rlock = threading.RLock()
with rlock, rlock:
    print("twice")  # expect: twice
event = threading.Event()
event.set()
print(event.is_set(), event.wait(), multiprocessing.current_process().name)  # expect: True True MainProcess
