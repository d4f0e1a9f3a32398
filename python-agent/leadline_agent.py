PLAIN_MAIN = dict(globals())  # first of all: what CPython itself puts into a script's __main__
import sys

# The program may change those that all others use; they are a module where this is the main script.
__builtins__ = dict(getattr(__builtins__, '__dict__', __builtins__))
ANYTHING = BaseException  # before CPython 3.10 main() would look in the builtins of all
ROOM = (1 << 17) + 64  # words that main() asks for: a chunk of 2 MiB, half of it free
LOADED = set(sys.modules), set(sys.path_importer_cache) - {__file__}  # without us

# The script that Leadline starts CPython with: `python [options] leadline_agent.py CONFIG.json`.
# Its <module> is depth 1, main() is depth 2, so the program's own <module> is depth 3. The
# docstring is a comment, so that PLAIN_MAIN holds the `__doc__` of an empty script.


def load_agent():
    """Import the agent's own package, and take its directory off the path again."""
    here = __file__.rpartition('/')[0] or '.'
    if sys.platform == 'win32':
        here = __file__.replace('\\', '/').rpartition('/')[0] or '.'
    if sys.path[:1] != [here]:  # with -I and -P
        sys.path.insert(0, here)
    quiet = sys.dont_write_bytecode, getattr(sys, 'pycache_prefix', None)
    sys.dont_write_bytecode = False  # beside the agent, in a directory of Leadline's own
    if quiet[1] is not None:
        sys.pycache_prefix = None
    try:
        from _leadline import launch
    finally:
        sys.dont_write_bytecode = quiet[0]
        if quiet[1] is not None:
            sys.pycache_prefix = quiet[1]
        del sys.path[0]
    return launch


def main():
    launch = load_agent()
    run = launch.begin(sys.argv[1], PLAIN_MAIN, LOADED)
    try:
        code, namespace = run.load()
        run.start()
        exec(code, namespace)
    except ANYTHING as exception:
        # Leaves the interpreter to end as it would: SystemExit, the excepthook, exit statuses.
        code = namespace = None
        run.failed(exception)
        raise
    code = namespace = None
    run.completed()


if sys.version_info >= (3, 11):
    # Frames lie in chunks of 16 KiB, and a call that does not fit maps a new one and unmaps it when
    # it returns: several microseconds for each event, where the trace function is that call. A frame
    # that asks for much gets a chunk twice as large, and most of it is left for those above.
    main.__code__ = main.__code__.replace(co_stacksize=ROOM)
main()
