"""Begins the recording of a new interpreter; stands in front of the user's own sitecustomize.

Any Python may come here, an old one, too: what it cannot run is in another file.
"""
import sys


def _begin(here):
    sys.path[:] = [entry for entry in sys.path if entry != here]
    if sys.version_info < (3, 6) or sys.implementation.name != 'cpython':
        return
    loaded = set(sys.modules), set(sys.path_importer_cache)
    agent = here.replace('\\', '/').rpartition('/')[0]
    quiet = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    sys.path.insert(0, agent)
    try:
        from _leadline import joining, surroundings
        joining.join(surroundings.clean(here))
    finally:
        sys.path.remove(agent)
        sys.dont_write_bytecode = quiet
        surroundings.forget(loaded)


_begin(__file__.replace('\\', '/').rpartition('/')[0])
del sys.modules['sitecustomize']
import sitecustomize  # the user's, if there is one: `site` takes the ImportError as the usual case
