def digits(n):
    try:
        return len(str(10 ** n))
    except ValueError:
        return refused(n)


def refused(n):
    return n


digits(5000)
