import asyncio
import warnings

warnings.simplefilter("ignore")


def loop():
    try:
        return asyncio.get_event_loop()  #: differs=program-event-loop 3.13/3.14
    except RuntimeError:
        return asyncio.new_event_loop()


loop().close()
