class Outer:
    x = 1

    class Inner:
        y = 2

        def m(self):
            return self.y

    def n(self):
        return Outer.Inner().m()


class Sub(Outer):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)

    def n(self):
        return super().n()


class SubSub(Sub):
    pass


SubSub().n()
