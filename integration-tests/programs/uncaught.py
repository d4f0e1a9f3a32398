"""An uncaught exception: the trace holds it in every frame that it goes through."""


def middle(rows):  #: calls=1 level=1
    for row in rows:
        innermost(row)  #: lines=2 raises=TypeError


def innermost(row):  #: calls=2 level=2
    return sum(row)  #: lines=2 raises=TypeError


try:
    middle([[1], ["a"]])  #: raises=TypeError
finally:
    print("on the way out")  #: lines=1
print("never printed")  #: never
