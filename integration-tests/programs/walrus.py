# python: 3.8+
"""Assignment expressions and positional-only parameters (PEP 572, PEP 570)."""


def ratio(a, b, /, *, digits=2):  #: calls=3 level=1
    return round(a / b, digits)


def halves(n):  #: calls=1 level=1
    steps = 0
    while (n := n // 2) > 0:
        steps += 1  #: lines=4
    return steps, n


print(ratio(1, 3), ratio(2, 3, digits=4), halves(16))
try:
    ratio(a=1, b=2)  #: raises=TypeError
except TypeError:
    print("positional only")
if (found := [n for n in range(10) if n % 4 == 3]) and (last := found[-1]):
    print(found, last)  #: lines=1
print(f"{found=} {ratio(1, 4)=}")
