def f(items):
    return sorted(
        items,
        key=lambda item: (
            -item,
            item,
        ),
    )


f([1, 2])
