"""Loads the program and runs it: the frame below its `<module>`."""

import sys

from _leadline import versions
from _leadline.bootstrap import launch

_ROOM = (1 << 17) + 64  # words that main() asks for: a chunk of 2 MiB, half of it free


def main(ours, plain_main):
    """ours, plain_main: as launch.begin()."""
    run = launch.begin(sys.argv[1], plain_main, ours)
    ours.finish()
    try:
        code, namespace = run.load()
        run.start()
        exec(code, namespace)
    except BaseException as exception:
        # Leaves the interpreter to end as it would: SystemExit, the excepthook, exit statuses.
        code = namespace = None
        run.failed(exception)
        raise
    code = namespace = None
    run.completed()


if versions.HAS_FRAME_CHUNKS:
    # Frames lie in chunks of 16 KiB, and a call that does not fit maps a new one and unmaps it when
    # it returns: several microseconds for each event, where the trace function is that call. A frame
    # that asks for much gets a chunk twice as large, and most of it is left for those above.
    main.__code__ = main.__code__.replace(co_stacksize=_ROOM)
