def f(items):
    return sorted(  #: differs=multi-line 3.7/3.8
        items,
        key=lambda item: (  #: differs=multi-line 3.7/3.8
            -item,
            item,
        ),
    )


f([1, 2])
