import lark

GRAMMAR = r"""
start: statement+
statement: NAME "=" sum -> assign
    | sum -> show
?sum: product | sum "+" product -> add | sum "-" product -> sub
?product: atom | product "*" atom -> mul
?atom: NUMBER -> number | NAME -> name | "(" sum ")"
%import common.CNAME -> NAME
%import common.NUMBER
%import common.WS
%ignore WS
"""


@lark.v_args(inline=True)
class Calculate(lark.Transformer):
    from operator import add, mul, sub
    number = float

    def __init__(self):
        super().__init__()
        self.names = {}

    def assign(self, name, value):
        self.names[str(name)] = value
        return value

    def name(self, name):
        return self.names.get(str(name), 0)


for parser in ("lalr", "earley"):
    made = lark.Lark(GRAMMAR, parser=parser, propagate_positions=True)
    tree = made.parse("x = 2 * (3 + 4) x - 1")
    print(tree.pretty().count("\n"), [one.data for one in tree.iter_subtrees()][:3], Calculate().transform(tree))
    for text in ("x = ", "1 $ 2"):
        try:
            made.parse(text)
        except lark.exceptions.UnexpectedInput as error:
            print(type(error).__name__)
