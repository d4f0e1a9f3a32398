import attr


@attr.s(auto_attribs=True, order=True)
class Point:
    x: int = attr.ib(validator=attr.validators.instance_of(int))
    y: int = attr.ib(default=0, converter=int)


@attr.s(frozen=True, slots=True)
class Order(object):
    name = attr.ib(validator=attr.validators.optional(attr.validators.in_(["tea", "cup"])))
    tags = attr.ib(factory=list, repr=False, eq=False)

    @tags.validator
    def check(self, attribute, value):
        if len(value) > 2:
            raise ValueError(attribute.name)


class Later:
    pass


print(Point(1, "2"), Point(1) < Point(2), attr.asdict(Point(1, 2)), attr.astuple(Point(3)), attr.evolve(Point(1), y=5))
print(Order("tea"), hash(Order("cup")) == hash(Order("cup")), attr.fields(Order).name.name)
for make in (lambda: Point("x"), lambda: Order("pot"), lambda: Order("tea", [1, 2, 3]),
             lambda: setattr(Order("tea"), "name", "cup")):
    try:
        make()
    except Exception as error:
        print(type(error).__name__)
print(attr.make_class("Made", ["a", "b"], bases=(Later,))(1, b=2), attr.has(Later))
