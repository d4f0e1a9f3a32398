"""A module."""


def f():
    """Does it."""
    return 1


class K:
    """A class."""

    def m(self):
        """Nothing."""


f()
K().m()
