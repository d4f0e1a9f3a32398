def f(s):
    return (  #: differs=multi-line 3.7/3.8
        s
        .strip()  #: differs=part-lines 3.9/3.10
        .upper()
        .lower()
    )


f(" a ")
