def digits(n):
    try:
        return len(str(10 ** n))  #: differs=program-int-digits 3.6/3.7~
    except ValueError:
        return refused(n)


def refused(n):
    return n


digits(5000)
