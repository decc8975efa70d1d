import threading
thread = threading.Thread(target=print)
print(thread.is_alive())
thread.start()
# expect: False
# expect refusal: threading.Thread.start() starts a thread, which is not open to migration scripts
