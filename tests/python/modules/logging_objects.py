# logging: records, formatters, filters, adapters and handlers of a script.
import io
import logging
import logging.handlers
import queue

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s"))
log = logging.getLogger("shop.orders")
log.propagate = False
log.handlers = [handler]
log.setLevel(logging.DEBUG)
log.info("%d of %s", 3, "seven")
log.warning("%(a)s", {"a": 1})
log.debug("no arguments: 100%")
print(out.getvalue(), end="")
# expect: INFO     shop.orders: 3 of seven
# expect: WARNING  shop.orders: 1
# expect: DEBUG    shop.orders: no arguments: 100%


class Shouting(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


out.truncate(0), out.seek(0)
handler.setFormatter(Shouting("{message} [{who}]", style="{", defaults={"who": "nobody"}))
log.info("quiet")
log.info("quiet", extra={"who": "me"})
handler.addFilter(lambda record: "secret" not in record.getMessage())
log.info("a secret")
handler.setFormatter(logging.Formatter("$message!", style="$"))
logging.LoggerAdapter(log, {"who": "adapter"}).error("adapted %s", 1)
print(out.getvalue(), end="")
# expect: QUIET [NOBODY]
# expect: QUIET [ME]
# expect: adapted 1!

out.truncate(0), out.seek(0)
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
print(out.getvalue().splitlines()[0], out.getvalue().splitlines()[-1])  # expect: failed! ZeroDivisionError: division by zero

record = logging.makeLogRecord({"name": "x.y", "msg": "a %s", "args": ("b",), "created": 0.5, "msecs": 500.0})
print(record.getMessage(), logging.Filter("x").filter(record), logging.Filter("z").filter(record))
# expect: a b True False
formatter = logging.Formatter("%(asctime)s %(message)s", "%H")
print(formatter.usesTime(), formatter.datefmt, len(logging.Formatter("%(asctime)s").format(record)))
# expect: True %H 23

held = queue.Queue()
queued = logging.handlers.QueueHandler(held)
memory = logging.handlers.MemoryHandler(10, logging.ERROR, handler)
handler.setFormatter(None)
out.truncate(0), out.seek(0)
log.handlers = [queued, memory]
log.info("one")
log.error("two")
print(repr(out.getvalue()), held.qsize())  # expect: 'one\ntwo\n' 2
out.truncate(0), out.seek(0)
listener = logging.handlers.QueueListener(held, handler)
listener.start()
listener.stop()
print(repr(out.getvalue()), held.qsize())  # expect: 'one\ntwo\n' 0

print(log.parent.name, logging.getLogger("shop").getChild("orders") is log, log.parent.name)
# expect: root True shop
print(handler, logging.getLevelName(35), logging.getLogger("a").manager.loggerDict["a"].name)
# expect: <StreamHandler (NOTSET)> Level 35 a
try:
    log.info("x", extra={"message": 1})
except KeyError as error:
    print(error)  # expect: "Attempt to overwrite 'message' in LogRecord"
try:
    logging.Formatter("%(nothing)s", validate=False).format(record)
except ValueError as error:
    print(error)  # expect: Formatting field not found in record: 'nothing'


class Named(logging.Logger):
    pass


logging.setLoggerClass(Named)
print(type(logging.getLogger("named")).__name__, logging.getLoggerClass() is Named)  # expect: Named True
