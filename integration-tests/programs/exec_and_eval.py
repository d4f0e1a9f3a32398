"""Code that the program makes at run time: exec, eval, compile, with file names of its own."""

namespace = {}
exec("""
def made(n):
    return helper(n) + 1

def helper(n):
    return n * 2
""", namespace)


def caller(n):  #: calls=2
    return namespace["made"](n)


print(caller(20), eval("caller(n) + 1", {"caller": caller, "n": 3}))

named = compile("value = [n for n in range(3)]\nprint(value)", "generated/by_hand.py", "exec")
exec(named)


def inside():  #: calls=1 level=1
    local = 5
    return eval("local + 1")  #: lines=1


print(inside(), eval(compile("1 + 1", "<one>", "eval")))
try:
    exec("raise LookupError('from generated code')")  #: raises=LookupError
except LookupError as error:
    print(error)
try:
    compile("is no python", "<bad>", "exec")  #: raises=SyntaxError
except SyntaxError as error:
    print(error.lineno)
