PLAIN_MAIN = dict(globals())  # first of all: what CPython itself puts into a script's __main__
import marshal
import sys
from _io import FileIO

# The program may change those that all others use; they are a module where this is the main script.
__builtins__ = dict(getattr(__builtins__, '__dict__', __builtins__))
ANYTHING = BaseException  # before CPython 3.10 main() would look in the builtins of all
ROOM = (1 << 17) + 64  # words that main() asks for: a chunk of 2 MiB, half of it free
BYTECODE = sys.modules['_frozen_importlib_external'].MAGIC_NUMBER.hex()
LOADED = set(sys.modules), set(sys.path_importer_cache) - {__file__}  # without us

# The script that Leadline starts CPython with: `python [options] leadline_agent.py CONFIG.json`.
# Its <module> is depth 1, main() is depth 2, so the program's own <module> is depth 3. The
# docstring is a comment, so that PLAIN_MAIN holds the `__doc__` of an empty script.


def load_agent():
    """The agent's modules, by _leadline/loading.py."""
    here = __file__.rpartition('/')[0] or '.'
    if sys.platform == 'win32':
        here = __file__.replace('\\', '/').rpartition('/')[0] or '.'
    if not (sys.flags.isolated or getattr(sys.flags, 'safe_path', False)):
        del sys.path[0]  # our directory
    base = '%s/_leadline/__pycache__/%s' % (here, BYTECODE)
    names = {'__name__': 'loading', '__builtins__': __builtins__}
    try:
        with FileIO(base + '.first') as stream:
            first = marshal.loads(stream.readall())
        exec(first['_leadline.loading'][2], names)
    except (OSError, EOFError, LookupError, TypeError, ValueError):
        first = None
        with FileIO(here + '/_leadline/loading.py') as stream:
            exec(compile(stream.readall(), stream.name, 'exec', 0, True), names)
    return names['Loading'](here, base, first, __builtins__)


def main():
    agent = load_agent()
    run = agent.module('_leadline.launch').begin(sys.argv[1], PLAIN_MAIN, LOADED)
    agent.finish()
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
