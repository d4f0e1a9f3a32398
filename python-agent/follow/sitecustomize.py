"""Begins the recording of a new interpreter; stands in front of the user's own sitecustomize.

Any Python may come here, an old one, too: what it cannot run is in another file.
"""
import marshal
import sys


def _load(agent):
    """As leadline_agent.py does."""
    from _io import FileIO
    here, names = agent + '/_leadline/', {'__name__': 'loading'}
    kind = getattr(
        sys.modules.get('_frozen_importlib_external'), 'MAGIC_NUMBER', sys.version.encode())
    try:
        with FileIO('%s__pycache__/%s.first' % (here, kind.hex())) as stream:
            first = marshal.loads(stream.readall())
        exec(first['_leadline.loading'][2], names)
    except (OSError, EOFError, LookupError, TypeError, ValueError):
        first = None
        with FileIO(here + 'loading.py') as stream:
            exec(compile(stream.readall(), stream.name, 'exec', 0, True), names)
    return names['Loading'](here, first)


def _begin(here):
    sys.path[:] = [entry for entry in sys.path if entry != here]
    if sys.version_info < (3, 6) or sys.implementation.name != 'cpython':
        return
    agent = here.replace('\\', '/').rpartition('/')[0]
    ours = _load(agent)
    surroundings = ours.module('_leadline.bootstrap.surroundings')
    try:
        ours.module('_leadline.bootstrap.follow_entry').join(surroundings.clean(here))
    finally:
        ours.finish()
        ours.forget(surroundings.STAY)


_begin(__file__.replace('\\', '/').rpartition('/')[0])
del sys.modules['sitecustomize']
import sitecustomize  # the user's, if there is one: `site` takes the ImportError as the usual case
