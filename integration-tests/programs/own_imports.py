"""Imports of the program's own package, at the top, in a function, by name, and one that fails."""
import importlib

import pkg_bank
from pkg_bank.money import rounded as r  # noqa: F401


def late():  #: calls=2 level=1
    from pkg_bank.late import VALUE
    return VALUE


accounts = [pkg_bank.Account("a"), pkg_bank.Account("b").pay_in(2.345).pay_in(1)]
print(accounts[1].balance, late(), late())
try:
    importlib.import_module("pkg_bank.broken")  #: raises=ImportError
except ImportError as error:
    print(error)
try:
    import pkg_bank.missing  # noqa: F401  #: raises=ModuleNotFoundError
except ModuleNotFoundError as error:
    print(error.name)
