"""The greenlets of a thread: each is a stack of its own, and one of them runs at a time.

A switch is made below CPython, which reports nothing: it keeps the thread's trace function, and
shows the frames of the greenlet that runs. A frame's own events go to its own stack by its local
trace function. A call is on another stack than the last one where its frame is above no recorded
frame of that stack; only then is `greenlet` asked, if the program has loaded it.

No code of the program runs here: what is used of the module is C code.
"""

import sys

from _leadline.depth import function_of
from _leadline.internals import threads

_MODULES = 'greenlet._greenlet', 'greenlet'  # the C code; before greenlet 1.0 it has the second name
_MODULE = type(sys)
_BUILTIN = type(len)


class Greenlets:
    """Finds the Thread of a frame, where a thread has more than one."""

    def __init__(self, engine):
        self._engine = engine
        self._current = None  # greenlet.getcurrent
        self._parent_of = self._has_ended = None
        self._top_of = None  # the top frame of a greenlet that is suspended, else None

    def _is_loaded(self):
        """Whether the program has greenlets; found by its shape."""
        if self._current is None:
            for name in _MODULES:
                module = sys.modules.get(name)
                if type(module) is _MODULE:
                    self._take(module.__dict__)
        return self._current is not None

    def _take(self, names):
        kind, current = names.get('greenlet'), names.get('getcurrent')
        if type(kind) is type and type(current) is _BUILTIN:
            parent, ended, top = [kind.__dict__.get(name) for name in ('parent', 'dead', 'gr_frame')]
            if None not in (parent, ended, top):
                self._parent_of, self._has_ended = parent.__get__, ended.__get__
                self._top_of, self._current = top.__get__, current

    def root_of(self, frame):
        """What the main greenlet's frames are known by; None where another one may be running."""
        return None if self._is_loaded() else _root(frame)

    def owner(self, thread, stack, frame):
        """The Thread of the stack that a frame is on.

        thread: a Thread of the same OS thread. stack: the depth.Stack of a recorded frame below, or
        None if there is none.
        """
        if stack is not None:
            return stack.thread
        main = thread.main
        if not self._is_loaded() or _root(frame) == main.root:
            return main
        current = self._current()  # not sooner: it also ends what another thread has dropped
        if current is None or self._parent_of(current) is None:
            return main
        known = main.greenlets.get(id(current))
        if known is None or known.reference() is not current:
            known = self._begin(main, current, frame)
        return known

    def running(self, thread, frame):
        """The Thread of the stack that a frame is on which runs; thread: one of the same OS thread."""
        if not self._is_loaded():
            return thread
        stack, back = None, frame.f_back
        while back is not None and stack is None:
            local = function_of(back.f_trace)
            if thread.stack.owns(local) and not self._engine.codes.learn(back).resumes:
                stack = local.stack
            back = back.f_back
        return self.owner(thread, stack, frame)

    def living(self, main):
        """The Thread of each stack of an OS thread that has not ended."""
        found = [main]
        for thread in list(main.greenlets.values()):
            greenlet = thread.reference()
            if greenlet is not None and not self._has_ended(greenlet):
                found.append(thread)
        return found

    def _begin(self, main, greenlet, frame):
        engine, root = self._engine, frame
        stands = False
        while root.f_back is not None:
            root = root.f_back
            stands = stands or engine.codes.learn(root).counts
        name = threads.name_of_running(id(greenlet), engine.codes.qualname(root.f_code))
        thread = engine.enter_greenlet(main, greenlet, name)
        if main.blind:
            thread.begin_blind(main.blind, thread.now())
        elif stands:  # it was started unseen
            thread.take_stack(frame.f_back)
        return thread

    def suspended(self, main):
        """(Thread, top frame) of each stack of this OS thread that waits for a switch."""
        if not main.greenlets:
            return []
        first = self._current()
        while first is not None and self._parent_of(first) is not None:
            first = self._parent_of(first)
        there = [(main, first)]
        there += [(thread, thread.reference()) for thread in list(main.greenlets.values())]
        tops = [(thread, self._top_of(one)) for thread, one in there if one is not None]
        return [(thread, top) for thread, top in tops if top is not None]


def _root(frame):
    """A frame without a caller: the frame and its code, since a frame's id is used again."""
    while frame.f_back is not None:
        frame = frame.f_back
    return id(frame), id(frame.f_code)
