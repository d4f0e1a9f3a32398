import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import difflib

old, new = "one\ntwo\nthree\nfour\n".splitlines(True), "one\n2\nthree\nfive\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(old, new, "old", "new")))
print("".join(difflib.ndiff(old, new)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
