"""What stands where in a source file, for whoever explains why two interpreters tell other lines of it.

usage: python -I source_facts.py < FILE          FILE is read, never run

Prints a line `KIND FIRST LAST NAME` for each fact, FIRST and LAST being line numbers, then the control flow of each
code object as control_flow.py tells it, and `end` behind all. NAME is `-` where there is none. A file that this interpreter cannot read or parse gets no line but `end`.
Runs on 3.6 and newer; before 3.8 the last line of an expression is that of its last part.

    def             a function or class with its decorators, by name
    coroutine       an `async def`
    docstring_only  a function of which all is its docstring
    statement       a simple statement, or the header of a compound one
    simple          a simple statement
    pass            `pass`
    constant        a statement that is only a constant, docstrings left out
    constant_test   header of an `if` or `while` of a constant
    test            header of any other `if` or `while`, or of a `for`
    jump            `break` or `continue`
    leaving         `return`, `raise`, `break` or `continue` that may leave a try with finally, an `except ... as` or a with
    with            a whole with statement
    with_header     its header
    with_tail       the last statement of its body
    async_for_tail  the last statement in the body of an `async for`
    except_star     a whole try with `except*`
    iteration       what is iterated over implicitly: header of a `for`, a comprehension, `yield from`
    await           `await`, `yield from`, header of an `async for` or `async with`, the end of the latter, an asynchronous comprehension
    comprehension   a list, set or dict comprehension
    dict_comprehension, generator_expression, boolean, ternary, assert, chain, percent, fstring, target, tuple_constant
    default         a default value of an argument
    waited_for      a call of something named `wait_for`; NAME is what is called in its first argument
    calls           a call; NAME is what is called
    passes          a call; NAME is that of an argument, `<lambda>` for a function without a name
    compares        a comparison by order or equality
    many            a statement's expressions, where they stand on several lines
    decorated       from the first decorator to the header's end
    annotation      an annotation
    bare_annotation a variable that gets an annotation and no value
    annotated_def   header of a function with annotations
    annotated_class first line of a class with annotated variables
"""
import ast
import os
import sys

# -I leaves the script's own directory out of the path
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import control_flow
from syntax import FORS, FUNCTIONS, LEAVING, SCOPES, TRIES, TRY_STAR, WITHS, first_line, is_constant, is_text, last_line

LOOPS = FORS + (ast.While,)
NO_COMPARISONS = (ast.In, ast.NotIn, ast.Is, ast.IsNot)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)

EXPRESSIONS = {
    ast.ListComp: ("comprehension", "iteration"),
    ast.SetComp: ("comprehension", "iteration"),
    ast.DictComp: ("comprehension", "dict_comprehension", "iteration"),
    ast.GeneratorExp: ("generator_expression", "iteration"),
    ast.YieldFrom: ("iteration", "await"),
    ast.Starred: ("iteration",),
    ast.Await: ("await",),
    ast.BoolOp: ("boolean",),
    ast.IfExp: ("ternary",),
    ast.JoinedStr: ("fstring",),
}


def called_name(call):
    return getattr(call.func, "id", getattr(call.func, "attr", "-"))


def blocks(node):
    """The lists of statements within a statement."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield block
    for part in getattr(node, "handlers", []) + getattr(node, "cases", []):
        yield part.body


def header_parts(node):
    """The expressions of a statement that are not in its blocks."""
    inner = {id(one) for block in blocks(node) for one in block}
    inner.update(id(part) for part in getattr(node, "handlers", []) + getattr(node, "cases", []))
    return [part for part in ast.iter_child_nodes(node) if id(part) not in inner]


def header_last(node):
    lines = [last_line(part) for part in header_parts(node) if hasattr(part, "lineno") or hasattr(part, "args")]
    lines += [last_line(item.context_expr) for item in getattr(node, "items", [])]
    return max([node.lineno] + lines)


class Facts:
    def __init__(self):
        self.found = []

    def add(self, kind, first, last, name="-"):
        self.found.append((kind, first, last, name))

    def block(self, statements, leaving):
        for statement in statements:
            self.statement(statement, leaving)

    def statement(self, node, leaving):
        """`leaving` says whether a return, and whether a break or continue leaves something on its way."""
        compound = next(blocks(node), None) is not None
        first, last = first_line(node), header_last(node) if compound else last_line(node)
        self.add("statement", first, last)
        if not compound:
            self.simple(node, first, last, leaving)
        if isinstance(node, SCOPES):
            self.scope(node, last)
        if isinstance(node, (ast.If, ast.While)):
            self.add("constant_test" if is_constant(node.test) else "test", first, last)
        if isinstance(node, ast.For):
            self.add("test", first, last)
        if isinstance(node, (ast.For, ast.AsyncFor)):
            self.add("iteration", first, last)
        if isinstance(node, (ast.AsyncFor, ast.AsyncWith)):
            self.add("await", first, last)
        if isinstance(node, ast.AsyncWith):
            for span in control_flow.ends(node.body):
                self.add("await", *span)
        if isinstance(node, ast.AsyncFor):
            self.add("async_for_tail", first_line(node.body[-1]), last_line(node.body[-1]))
        if isinstance(node, TRIES) and TRY_STAR and isinstance(node, TRY_STAR):
            self.add("except_star", first, last_line(node))
        if isinstance(node, WITHS):
            self.with_statement(node, last)
        parts = header_parts(node)
        if last > first and not isinstance(node, SCOPES):
            self.add("many", first, last)
        for part in parts:
            self.expression(part)
        self.inside(node, leaving)

    def inside(self, node, leaving):
        if isinstance(node, SCOPES):
            self.block(node.body, (False, False))
        elif isinstance(node, TRIES):
            within = (True, True) if node.finalbody else leaving
            self.block(node.body + node.orelse, within)
            for handler in node.handlers:
                if handler.type is not None:
                    self.header(handler)
                self.block(handler.body, (True, True) if handler.name else within)
            self.block(node.finalbody, leaving)
        elif isinstance(node, WITHS):
            self.block(node.body, (True, True))
        elif isinstance(node, LOOPS):
            self.block(node.body, (leaving[0], False))
            self.block(node.orelse, leaving)
        else:
            for block in blocks(node):
                self.block(block, leaving)
            for case in getattr(node, "cases", []):
                self.add("statement", case.pattern.lineno, last_line(case.guard or case.pattern))

    def header(self, handler):
        last = last_line(handler.type)
        self.add("statement", handler.lineno, last)
        if last > handler.lineno:
            self.add("many", handler.lineno, last)
        self.expression(handler.type)

    def simple(self, node, first, last, leaving):
        self.add("simple", first, last)
        if isinstance(node, ast.Pass):
            self.add("pass", first, last)
        if isinstance(node, ast.Expr) and is_constant(node.value):
            self.add("constant", first, last)
        if isinstance(node, (ast.Break, ast.Continue)):
            self.add("jump", first, last)
        if isinstance(node, LEAVING) and leaving[isinstance(node, (ast.Break, ast.Continue))]:
            self.add("leaving", first, last)
        if isinstance(node, ast.Assert):
            self.add("assert", first, last)
        if isinstance(node, ast.Assign) and any(last_line(one) > one.lineno or one.lineno > first for one in node.targets):
            self.add("target", first, last)
        if isinstance(node, ast.AnnAssign):
            self.add("annotation", node.annotation.lineno, last_line(node.annotation))
            self.add("annotation" if node.value else "bare_annotation", first, last)

    def scope(self, node, last):
        first = first_line(node)
        self.add("def", first, last_line(node), node.name)
        if node.decorator_list:
            self.add("decorated", first, last)
        if last > node.lineno:
            self.add("many", first, last)
        if isinstance(node, ast.AsyncFunctionDef):
            self.add("coroutine", first, last_line(node), node.name)
        if isinstance(node, ast.ClassDef):
            if any(isinstance(part, ast.AnnAssign) for part in node.body):
                self.add("annotated_class", first, node.lineno)
            return
        if len(node.body) == 1 and is_text(node.body[0]):
            self.add("docstring_only", first, last_line(node))
        for default in node.args.defaults + [one for one in node.args.kw_defaults if one]:
            self.add("default", default.lineno, last_line(default))
        annotations = [arg.annotation for arg in ast.walk(node.args)
                       if isinstance(arg, ast.arg) and arg.annotation] + ([node.returns] if node.returns else [])
        for annotation in annotations:
            self.add("annotation", annotation.lineno, last_line(annotation))
        if annotations:
            self.add("annotated_def", first, last)

    def with_statement(self, node, last):
        self.add("with", node.lineno, last_line(node))
        self.add("with_header", node.lineno, last)
        tail = node.body[-1]
        self.add("with_tail", first_line(tail), last_line(tail))

    def expression(self, tree):
        for node in ast.walk(tree):
            for kind in EXPRESSIONS.get(type(node), ()):
                self.add(kind, node.lineno, last_line(node))
            if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)) and any(
                    one.is_async for one in node.generators):
                self.add("await", node.lineno, last_line(node))
            if isinstance(node, ast.Attribute) and last_line(node) > node.lineno:
                self.add("chain", node.lineno, last_line(node))
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and is_constant(node.left):
                self.add("percent", node.lineno, last_line(node))
            if isinstance(node, ast.Call):
                self.call(node)
            if isinstance(node, ast.Compare) and not all(isinstance(one, NO_COMPARISONS) for one in node.ops):
                self.add("compares", node.lineno, last_line(node))
            if isinstance(node, ast.Call) and called_name(node) == "wait_for" and node.args and isinstance(
                    node.args[0], ast.Call):
                self.add("waited_for", node.lineno, last_line(node), called_name(node.args[0]))
            if isinstance(node, ast.Lambda) and last_line(node) > node.lineno:
                self.add("many", node.lineno, last_line(node))


    def call(self, node):
        first, last = node.lineno, last_line(node)
        self.add("calls", first, last, called_name(node))
        for argument in node.args + [one.value for one in node.keywords]:
            name = "<lambda>" if isinstance(argument, ast.Lambda) else getattr(
                argument, "id", getattr(argument, "attr", None))
            if name is not None:
                self.add("passes", first, last, name)


def facts(tree):
    """The facts of a module's syntax tree, each a tuple of kind, first line, last line and name."""
    found = Facts()
    found.block(tree.body, (False, False))
    return found.found


def answer(source):
    """The lines that tell of a source (bytes)."""
    tree = ast.parse(source)
    for fact in facts(tree):
        yield "%s %d %d %s" % fact
    for code in control_flow.code_objects(tree):
        for line in control_flow.told(code):
            yield line


def main():
    try:
        lines = list(answer(sys.stdin.buffer.read()))
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        lines = []
    for line in lines:
        print(line)
    print("end")


if __name__ == "__main__":
    # ast.parse of another file may warn of its escapes: that is the file's affair
    sys.stderr = None
    sys.stdout.reconfigure(encoding="utf-8") if sys.version_info >= (3, 7) else None
    main()
