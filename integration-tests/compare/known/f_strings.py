def f(a):
    return (
        f"{a} "
        f"{a + 1}"
        " end"
    )


def g(a):
    return f"""
{a}
{a + 1}
"""


f(1)
g(1)
