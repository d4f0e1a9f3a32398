"""What differs between versions of CPython: a flag for each difference, with the PEP or issue that made it."""

import sys

_VERSION = sys.version_info[:3]

# PEP 669: sys.monitoring.
HAS_MONITORING = _VERSION >= (3, 12)

# The versions that the recorder in C is built for and tested with.
NATIVE_KNOWS_IT = (3, 6) <= _VERSION < (3, 16)

# bdb has a backend on sys.monitoring, which calls `f_trace` with no trace function set (`Bdb(backend=...)`).
BDB_MAY_MONITOR = _VERSION >= (3, 14)

# `f_locals` of a function is a snapshot in a dict, which keeps the values alive and is the same that `locals()` returns,
# until PEP 667 makes it a view of the variables.
F_LOCALS_IS_A_SNAPSHOT = _VERSION < (3, 13)

# A trace function in Python alone does not fill that snapshot (bpo-42197), and reading it writes it back (gh-74929).
# Before, CPython fills it for each trace function in Python.
F_LOCALS_HAS_EFFECTS = F_LOCALS_IS_A_SNAPSHOT and _VERSION >= (3, 11)

# A frame object points to the frame that the interpreter runs, which has the variables (bpo-44032).
FRAMES_POINT_TO_VARIABLES = _VERSION >= (3, 11)

# Reading a cell that an inlined comprehension has put aside ends the process (gh-128396).
READING_CELLS_CRASHES = (3, 13) <= _VERSION < (3, 13, 3)

# Frames lie in chunks of 16 KiB: a call at the border maps one, and unmaps it when it returns.
HAS_FRAME_CHUNKS = _VERSION >= (3, 11)

# A generator that is thrown into has those that wait for it as callers, and these have none (bpo-29590).
THROW_HIDES_CALLERS = _VERSION[:2] == (3, 9)

# Opcode of `yield from` and `await`. When the inner one returns after a throw() or close(), CPython before 3.12 goes on
# with the outer one without a `call`. None from then on.
DELEGATION = None if HAS_MONITORING else 123 if _VERSION >= (3, 11) else 72

# Where a RecursionError is caught for good, the next one aborts the process ("Cannot recover from stack overflow").
RECURSION_ERRORS_MUST_PASS = _VERSION < (3, 9)

# `import atexit` begins no new list of callbacks (bpo-42639).
ONE_LIST_OF_EXIT_FUNCTIONS = _VERSION >= (3, 10)

# types.TracebackType can be called, and `tb_next` be set (bpo-30579).
TRACEBACKS_CAN_BE_MADE = _VERSION >= (3, 7)
