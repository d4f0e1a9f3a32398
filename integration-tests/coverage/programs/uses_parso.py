import parso

SOURCE = """import os, sys as s
from . import x

@decorated(1)
async def f(a, *b, c=1, **d) -> int:
    '''Doc.'''
    if a and not b or c:
        yield [n async for n in a if n]
    elif a:
        return lambda: f"{a!r:>{c}}"
    try:
        with open(a) as g, h: pass
    except (A, B) as e: raise
    finally:
        del a[1:2], b.c

class C(D, metaclass=M):
    x: int = 3
"""

module = parso.parse(SOURCE)
print(module.get_code() == SOURCE, [one.name.value for one in module.iter_funcdefs()], len(list(module.iter_imports())))
print(module.children[3].type, module.get_leaf_for_position((7, 8)).value, module.get_used_names()["a"][0].start_pos)
grammar = parso.load_grammar()
broken = grammar.parse("def f(:\n  x = (1\nreturn 3\nyield\n")
print([error.message for error in grammar.iter_errors(broken)][:3])
print(len(list(grammar._get_normalizer_issues(module))) > 0)
