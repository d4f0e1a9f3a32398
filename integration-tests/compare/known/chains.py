def f(s):
    return (
        s
        .strip()
        .upper()
        .lower()
    )


f(" a ")
