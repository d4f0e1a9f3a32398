import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import abc
import contextlib
import enum
import io
import types
import typing


class Access(enum.Flag):
    READ = 1
    WRITE = 2


class Base(abc.ABC):
    @abc.abstractmethod
    def go(self):
        ...


class Done(Base, typing.Generic[typing.TypeVar("T")]):
    def go(self):
        return "gone"


with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(KeyError):
    print("captured")
    {}["missing"]
try:
    Base()
except TypeError:
    print("abstract")
print(out.getvalue().strip(), Access.READ | Access.WRITE, Done[int]().go(), types.SimpleNamespace(a=1).a)
print(typing.get_type_hints(Done.go), bool(Access.READ & Access.WRITE), list(Access))
