PLAIN_MAIN = dict(globals())  # first of all: what CPython itself puts into a script's __main__
import sys
from _io import FileIO
from marshal import loads

# The script that Leadline starts CPython with: `python [options] leadline_agent.py CONFIG.json`.
# Its <module> is depth 1, main() is depth 2, so the program's own <module> is depth 3. CPython
# compiles it at each start, so it is short, and the rest is in _leadline: loading.py says how that
# is read. The docstring is a comment, so that PLAIN_MAIN holds the `__doc__` of an empty script.


def read(file):
    # This function keeps the script's names alive: CPython looks into them when the script is
    # through, and their module is not `__main__` any more.
    with FileIO(HERE + file) as stream:
        return stream.readall()


HERE = __file__[:-len('leadline_agent.py')] + '_leadline/'
NAMES = {'__name__': 'loading'}
KIND = getattr(sys.modules.get('_frozen_importlib_external'), 'MAGIC_NUMBER', sys.version.encode())
try:
    FIRST = loads(read('__pycache__/%s.first' % KIND.hex()))
    exec(FIRST['_leadline.loading'][2], NAMES)
except (OSError, EOFError, LookupError, TypeError, ValueError):
    FIRST = None
    exec(compile(read('loading.py'), HERE + 'loading.py', 'exec', 0, True), NAMES)
OURS = NAMES['Loading'](HERE, FIRST)
OURS.module('_leadline.entry').main(OURS, PLAIN_MAIN)
