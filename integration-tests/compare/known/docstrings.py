"""A module."""


def f():
    """Does it."""
    return 1


class K:
    """A class."""

    def m(self):  #: differs=docstring-only 3.6/3.7,3.9/3.10
        """Nothing."""


f()
K().m()
