def f(x):
    try:
        x += 1
    finally:
        x += 2
    return x


def g(x):
    try:
        return x  #: differs=leaving-try 3.7/3.8,3.9/3.10
    finally:
        x += 2


def h(x):
    for i in range(2):
        try:
            if i:
                continue  #: differs=leaving-try 3.7/3.8,3.9/3.10
            x += 1
        finally:
            x += 2
    return x


def k(x):
    while True:  #: differs=endless-loops 3.7/3.8; differs=pep-626 3.9/3.10
        try:
            break  #: differs=leaving-try 3.7/3.8,3.9/3.10
        finally:
            x += 2
    return x


f(1)
g(1)
h(1)
k(1)
