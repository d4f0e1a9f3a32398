import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import ast
import dis
import inspect
import io
import tokenize

source = "def f(a, *, b=2):\n    return [a for _ in range(b)]\n"


class Names(ast.NodeVisitor):
    def __init__(self):
        self.names = []

    def visit_Name(self, node):
        self.names.append(node.id)


names = Names()
names.visit(ast.parse(source))
print(names.names, ast.literal_eval("{'a': [1, (2, 3)]}"))
print([token.string for token in tokenize.generate_tokens(io.StringIO(source).readline)][:5])
namespace = {}
exec(source, namespace)
print(inspect.signature(namespace["f"]), inspect.getdoc(len)[:10])
dis.dis(namespace["f"], file=io.StringIO())
