"""Expressions over several lines: which lines are visited again differs between versions."""


def add(first, second):  #: calls=3 level=1
    return (
        first
        + second  #: lines=3
    )


total = add(
    add(1,
        2),
    add(
        3,
        4,
    ),
)

text = ("one "
        "two "
        "three")

chosen = (
    "big"
    if total > 5
    else "small"  #: never
)

mapping = {
    "total": total,
    "text": text,
    "long": [
        n
        for n in range(3)
        if n
    ],
}

assert (
    total == 10
    and chosen == "big"
), "message"

print(mapping["total"],
      mapping["long"], sep="; ",
      end="\n")

if (total > 1 and
        total > 2 and
        not chosen == "small"):
    print(chosen)  #: lines=1

backslash = 1 + \
    2
docstring = """
several
lines
"""
print(backslash, len(docstring))
