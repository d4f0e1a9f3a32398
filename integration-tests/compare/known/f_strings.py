def f(a):
    return (  #: differs=multi-line 3.7/3.8
        f"{a} "  #: differs=fstring-lines 3.8/3.9
        f"{a + 1}"
        " end"  #: differs=fstring-lines 3.11/3.12
    )


f(1)
