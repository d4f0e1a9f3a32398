import asyncio
import warnings

warnings.simplefilter("ignore")


def loop():
    try:
        return asyncio.get_event_loop()
    except RuntimeError:
        return asyncio.new_event_loop()


loop().close()
