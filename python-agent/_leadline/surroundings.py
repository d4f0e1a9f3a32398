"""What a new interpreter shows of us is taken away again before its program can see it."""

import os

from _leadline import children

STAY = ('atexit', '_posixsubprocess')  # a second import would begin without our hooks


def clean(directory):
    """Take our variables out of os.environ; the environment itself keeps them for children.

    directory: where our sitecustomize is. Returns what LEADLINE_FOLLOW says.
    """
    described = os.environ.get(children.FOLLOW, '')
    path = os.environ.get('PYTHONPATH', '')
    rest = [entry for entry in path.split(os.pathsep) if entry != directory]
    values = os.environ._data  # a change through os.environ would change the environment
    values.pop(os.environ.encodekey(children.FOLLOW), None)
    if rest:
        values[os.environ.encodekey('PYTHONPATH')] = os.environ.encodevalue(os.pathsep.join(rest))
    else:
        values.pop(os.environ.encodekey('PYTHONPATH'), None)
    return described
