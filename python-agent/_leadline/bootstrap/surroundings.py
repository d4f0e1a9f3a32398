"""What a new interpreter shows of us is taken away again before its program can see it."""

import os

from _leadline import children
from _leadline.internals.processes import hide_variable

STAY = ('atexit', '_posixsubprocess')  # a second import would begin without our hooks


def clean(directory):
    """Take our variables out of os.environ; the environment itself keeps them for children.

    directory: where our sitecustomize is. Returns what LEADLINE_FOLLOW says.
    """
    described = os.environ.get(children.FOLLOW, '')
    path = os.environ.get('PYTHONPATH', '')
    rest = [entry for entry in path.split(os.pathsep) if entry != directory]
    hide_variable(children.FOLLOW)
    hide_variable('PYTHONPATH', os.pathsep.join(rest) if rest else None)
    return described
