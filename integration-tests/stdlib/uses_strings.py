import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import pprint
import shlex
import string
import textwrap

print(string.Template("$who owes ${what}s, $$5").substitute(who="Ada", what="coin"))
print(string.Formatter().format("{0:>4}|{name!r}|{1[0]}", 7, ["x"], name="n"), string.capwords("a b c"))
print(shlex.split("run 'a file' --opt=\"x y\" # end", comments=True), shlex.quote("it's"))
print(textwrap.fill("words and more words, " * 5, 30), textwrap.dedent("  a\n   b\n"), textwrap.shorten("a b c d e", 6))
pprint.pprint({"key": list(range(12)), "other": {"nested": ("t",) * 3}, "long": "text " * 20}, width=40)
