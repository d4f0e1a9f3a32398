"""What stands where in a source file, for whoever explains why two interpreters tell other lines of it.

usage: python -I source_facts.py          sources come on stdin, and are never run

Reads the length of a source in bytes, in a line, and the source, and answers; then the next, until stdin ends.

An answer is a line `KIND FIRST LAST NAME` for each fact, FIRST and LAST being line numbers, then the control flow of
each code object as control_flow.py reports it, and `end` behind all. NAME is `-` where there is none. A source that this
interpreter cannot parse gets no line but `end`.
Runs on 3.6 and newer; before 3.8 the last line of an expression is that of its last part.

    def             a function or class with its decorators, by name
    coroutine       an `async def`
    docstring_only  a function of which all is its docstring
    pass            `pass`
    constant        a statement that is only a constant, docstrings left out
    constant_test   header of an `if` or `while` of a constant or `__debug__`
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
from syntax import (FORS, LEAVING, SCOPES, TRY_STAR, WITHS, blocks, first_line, header, is_constant,
                    is_constant_test, is_text, last_line, span)

LOOPS = FORS + (ast.While,)
NO_COMPARISONS = (ast.In, ast.NotIn, ast.Is, ast.IsNot)

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
        first, last = span(node)
        if isinstance(node, SCOPES):
            self.scope(node, first, last)
        if isinstance(node, (ast.If, ast.While)) and is_constant_test(node.test):
            self.add("constant_test", first, last)
        if isinstance(node, FORS):
            self.add("iteration", first, last)
        if isinstance(node, (ast.AsyncFor, ast.AsyncWith)):
            self.add("await", first, last)
        if isinstance(node, ast.AsyncWith):
            for lines in control_flow.ends(node.body):
                self.add("await", *lines)
        if isinstance(node, ast.AsyncFor):
            self.add("async_for_tail", first_line(node.body[-1]), last_line(node.body[-1]))
        if TRY_STAR and isinstance(node, TRY_STAR):
            self.add("except_star", first, last_line(node))
        if isinstance(node, WITHS):
            self.with_statement(node, last)
        self.simple(node, first, last, leaving)
        self.header(node)
        self.inside(node, leaving)

    def header(self, node):
        """What stands in a statement, an `except` or a `case`, its blocks left out."""
        first, last = span(node)
        if last > getattr(node, "lineno", first):
            self.add("many", node.lineno if isinstance(node, SCOPES) else first, last)
        for one in header(node).nodes:
            for kind in EXPRESSIONS.get(type(one), ()):
                self.add(kind, one.lineno, last_line(one))
            if type(one) in self.OTHERS:
                self.OTHERS[type(one)](self, one)

    def inside(self, node, leaving):
        loop = isinstance(node, LOOPS)
        for part, block in blocks(node):
            within = leaving
            if isinstance(node, SCOPES):
                within = (False, False)
            elif isinstance(node, WITHS) or getattr(part, "name", None):
                within = (True, True)
            elif getattr(node, "finalbody", None) and block is not node.finalbody:
                within = (True, True)
            elif loop and block is node.body:
                within = (leaving[0], False)
            if part is not None:
                self.header(part)
            self.block(block, within)

    def simple(self, node, first, last, leaving):
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

    def scope(self, node, first, last):
        self.add("def", first, last_line(node), node.name)
        if node.decorator_list:
            self.add("decorated", first, last)
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

    def comprehension(self, node):
        if any(one.is_async for one in node.generators):
            self.add("await", node.lineno, last_line(node))

    def attribute(self, node):
        if last_line(node) > node.lineno:
            self.add("chain", node.lineno, last_line(node))

    def operation(self, node):
        if isinstance(node.op, ast.Mod) and is_constant(node.left):
            self.add("percent", node.lineno, last_line(node))

    def comparison(self, node):
        if not all(isinstance(one, NO_COMPARISONS) for one in node.ops):
            self.add("compares", node.lineno, last_line(node))

    def function(self, node):
        if last_line(node) > node.lineno:
            self.add("many", node.lineno, last_line(node))

    def call(self, node):
        first, last = node.lineno, last_line(node)
        name = called_name(node)
        self.add("calls", first, last, name)
        for argument in node.args + [one.value for one in node.keywords]:
            passed = "<lambda>" if isinstance(argument, ast.Lambda) else getattr(
                argument, "id", getattr(argument, "attr", None))
            if passed is not None:
                self.add("passes", first, last, passed)
        if name == "wait_for" and node.args and isinstance(node.args[0], ast.Call):
            self.add("waited_for", first, last, called_name(node.args[0]))

    OTHERS = {ast.ListComp: comprehension, ast.SetComp: comprehension, ast.DictComp: comprehension,
              ast.GeneratorExp: comprehension, ast.Attribute: attribute, ast.BinOp: operation,
              ast.Compare: comparison, ast.Lambda: function, ast.Call: call}


def facts(tree):
    """The facts of a module's syntax tree, each a tuple of kind, first line, last line and name."""
    found = Facts()
    found.block(tree.body, (False, False))
    return found.found


def answer(source):
    """The lines that describe a source (bytes)."""
    tree = ast.parse(source)
    for fact in facts(tree):
        yield "%s %d %d %s" % fact
    for code in control_flow.code_objects(tree):
        for line in control_flow.rows(code):
            yield line


def main():
    stdin = sys.stdin.buffer
    for length in iter(stdin.readline, b""):
        try:
            lines = list(answer(stdin.read(int(length))))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            lines = []
        print("\n".join(lines + ["end"]), flush=True)


if __name__ == "__main__":
    # ast.parse of another file may warn of its escapes: that is the file's affair
    sys.stderr = None
    sys.stdout.reconfigure(encoding="utf-8") if sys.version_info >= (3, 7) else None
    main()
