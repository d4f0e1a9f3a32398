"""The first scenario: code of the module itself and its functions share one co_filename.

A filter by file name keeps both. What parts them is the depth: the <module> frame stands at the
base depth, everything it calls is deeper.
"""

RATE = 3  #: lines=1


def fee(amount):  #: calls=3 level=2
    return amount * RATE // 100  #: lines=3


def total(amounts):  #: calls=1 level=1
    result = 0  #: lines=1
    for amount in amounts:
        result += amount + fee(amount)  #: lines=3
    return result


def unused():  #: calls=0
    return "never called"  #: never


for name in ["module", "level"]:
    message = "code of the module: " + name  #: lines=2

print(total([100, 200, 300]))  #: lines=1
