# python: 3.11+
"""Exception groups and except* (PEP 654), notes on exceptions (PEP 678)."""


def several():  #: calls=2
    raise ExceptionGroup("several", [ValueError("a"), TypeError("b"), ExceptionGroup("inner", [KeyError("c")])])  #: raises=ExceptionGroup


def sorted_out():  #: calls=1 level=1
    handled = []
    try:
        several()
    except* ValueError as group:
        handled.append(len(group.exceptions))  #: lines=1
    except* (TypeError, KeyError) as group:
        handled.append(len(group.exceptions))  #: lines=1
    return handled


def partly():  #: calls=1 level=1
    try:
        several()
    except* KeyError:
        pass
    return "never"  #: never


print(sorted_out())
try:
    partly()
except ExceptionGroup as rest:
    rest.add_note("with a note")
    print(len(rest.exceptions), rest.__notes__)
