import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import fnmatch
import glob
import linecache
import os.path
import pathlib
import traceback
import warnings


def fail(n):
    if n:
        fail(n - 1)
    raise LookupError("deep")


try:
    fail(2)
except LookupError as error:
    print(len(traceback.format_exc().splitlines()) > 5, traceback.extract_tb(error.__traceback__)[-1].line)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("careful", DeprecationWarning)
print(caught[0].message, linecache.getline(__file__, 1).strip(), fnmatch.filter(["a.py", "b.txt"], "*.py"))
print(pathlib.PurePosixPath("/a/b/../c.txt").with_suffix(".md"), os.path.relpath("/a/b", "/a/c"))
print(len(glob.glob(glob.escape(os.path.dirname(os.path.abspath(__file__))) + "/data/*.json")))
