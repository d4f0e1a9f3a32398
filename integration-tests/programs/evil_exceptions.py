"""Exceptions that bite whoever looks at them: none of this code may run because of a tracer."""

touched = []


class Meta(type):
    def __getattribute__(cls, name):  #: calls=0
        touched.append(name)  #: never
        return type.__getattribute__(cls, name)


class Evil(Exception, metaclass=Meta):
    def __str__(self):  #: calls=0
        touched.append("str")  #: never
        raise RuntimeError("do not look")

    def __repr__(self):  #: calls=0
        touched.append("repr")  #: never
        raise RuntimeError("do not look")

    def __getattribute__(self, name):  #: calls=0
        touched.append(name)  #: never
        raise RuntimeError("do not touch")

    def __eq__(self, other):  #: calls=0
        touched.append("eq")  #: never
        return True

    __hash__ = None


class Arguments:
    def __repr__(self):  #: calls=0
        touched.append("arguments")  #: never
        return "arguments"


def bite():  #: calls=2
    raise Evil(Arguments())


for _ in range(2):
    try:
        bite()
    except Exception:
        pass
print(touched)
