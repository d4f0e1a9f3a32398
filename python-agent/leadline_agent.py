PLAIN_MAIN = dict(globals())  # first of all: what CPython itself puts into a script's __main__
import marshal
import sys
from _io import FileIO

# The script that Leadline starts CPython with: `python [options] leadline_agent.py CONFIG.json`.
# Its <module> is depth 1, main() is depth 2, so the program's own <module> is depth 3. CPython
# compiles it at each start, so it is short, and the rest is in _leadline. The docstring is a
# comment, so that PLAIN_MAIN holds the `__doc__` of an empty script.

# The program may change those that all others use; they are a module where this is the main script.
__builtins__ = dict(getattr(__builtins__, '__dict__', __builtins__))
LOADED = set(sys.modules), set(sys.path_importer_cache) - {__file__}  # without us


def load():
    """The agent's modules, by _leadline/loading.py.

    This function keeps these globals alive: CPython looks into them when the script is through, and
    their module is not `__main__` any more.
    """
    here = __file__.rpartition('/')[0] or '.'
    if sys.platform == 'win32':
        here = __file__.replace('\\', '/').rpartition('/')[0] or '.'
    if not (sys.flags.isolated or getattr(sys.flags, 'safe_path', False)):
        del sys.path[0]  # our directory
    base = '%s/_leadline/__pycache__/%s' % (
        here, sys.modules['_frozen_importlib_external'].MAGIC_NUMBER.hex())
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


OURS = load()
OURS.module('_leadline.entry').main(OURS, PLAIN_MAIN, LOADED)
