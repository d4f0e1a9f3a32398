import ast


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        self.last = node.id


Names().visit(ast.parse("a + b"))
