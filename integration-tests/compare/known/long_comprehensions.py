def squares(n):
    values = [
        i * i
        for i in range(n)
        if i % 2
    ]
    return values


squares(4)
