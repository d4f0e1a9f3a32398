import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import logging
import logging.handlers
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s", level="INFO")
log = logging.getLogger("app.part")
buffer = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
log.addHandler(buffer)


def work():
    log.info("working on %s", "it")
    log.debug("hidden")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("went wrong")


work()
log.warning("done")
