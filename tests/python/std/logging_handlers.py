# logging.handlers: made and added as settings of applications do it.
import logging
import logging.handlers
import queue

logger = logging.getLogger("app")
logger.propagate = False
mail = logging.handlers.SMTPHandler(("localhost", 25), "a@x", "b@x", "failed", credentials=("u", "p"), secure=())
mail.setLevel(logging.CRITICAL)
mail.setFormatter(logging.Formatter("%(message)s"))
logger.addHandler(mail)
print(mail.toaddrs, mail.getSubject(None), mail.level, len(logger.handlers))  # expect: ['b@x'] failed 50 1
system = logging.handlers.SysLogHandler(facility=logging.handlers.SysLogHandler.LOG_LOCAL0)
print(system.facility, isinstance(system, logging.Handler))  # expect: 16 True
system.close()
print(issubclass(logging.handlers.RotatingFileHandler, logging.FileHandler))  # expect: True
print(issubclass(logging.handlers.TimedRotatingFileHandler, logging.handlers.BaseRotatingHandler))  # expect: True


class Kept(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


kept = Kept()
memory = logging.handlers.MemoryHandler(2, flushLevel=logging.ERROR, target=kept)
logger.addHandler(memory)
logger.warning("one")
print(kept.lines)  # expect: []
logger.warning("two %s", 2)
print(kept.lines)  # expect: ['one', 'two 2']
logger.error("three")
print(kept.lines)  # expect: ['one', 'two 2', 'three']
logger.removeHandler(memory)

kept = Kept()
records = queue.Queue()
listener = logging.handlers.QueueListener(records, kept)
logger.addHandler(logging.handlers.QueueHandler(records))
listener.start()
logger.error("four")
listener.stop()
print(kept.lines)  # expect: ['four']
