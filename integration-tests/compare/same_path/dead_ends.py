def behind_finally(a):
    """The last statement of the block that `break` leaves cannot be reached."""
    try:
        while a:
            a -= 1
            break
        else:
            try:
                print(a)
            finally:
                return 1
            assert a, (
                "message"
            )
    except ValueError:
        print("error")
    print("behind")


def behind_branches(a):
    try:
        while a:
            a -= 1
            break
        else:
            if a:
                return 1
            else:
                raise ValueError(a)
            print(
                "never"
            )
    except ValueError:
        print("error")
    print("behind")


for function in (behind_finally, behind_branches):
    for argument in (2, 0):
        function(argument)
