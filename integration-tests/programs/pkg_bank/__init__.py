"""A package of the programs' own: its modules are the user's code too."""
from .account import Account  #: lines=1

__all__ = ["Account"]
