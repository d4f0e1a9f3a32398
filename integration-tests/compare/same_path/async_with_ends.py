"""An `async with` that is left behind statements that did not run: the last ones of its block, or dead ones."""


class Door:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        return True


async def other_branch(a):
    async with Door():
        if a:
            print("then")
        elif a is None:
            print("neither")
        else:
            a = "else"
    print("behind", a)


async def dead_statement(a):
    async with Door():
        if a:
            print("then")
        else:
            raise ValueError(a)
            a = "never"
    print("behind", a)


async def dead_try(a):
    async with Door():
        if a:
            print("then")
        else:
            try:
                print("else")
            except ValueError as error:
                print(error)
            finally:
                a = "finally"
    print("behind", a)


for function in (other_branch, dead_statement, dead_try):
    for argument in (1, 0):
        try:
            function(argument).send(None)
        except StopIteration:
            pass
