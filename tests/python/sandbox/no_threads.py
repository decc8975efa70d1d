import threading
print(threading.current_thread().name)  # expect: MainThread
threading.Thread(target=print).start()
# expect refusal: threading.Thread.start() starts a thread, which is not open to migration scripts
