"""Depth and level of frames in one step, whatever the depth.

A recorded frame is known by its *local trace function*: each place on the stack, a depth and a
level, has a function object of its own, and CPython keeps it in `f_trace` for as long as the frame
lives. The place of a called frame is so read off its caller with one look-up, no frame is held, and
nothing has to be undone when a frame goes. Frames between, which are not recorded, are walked over.
"""

from _leadline import native, scope
from _leadline.engines.reading import Reading
from _leadline.versions import THROW_HIDES_CALLERS

FUNCTION = native.FUNCTION
AGENT = scope.AGENT
_owned = set()  # ids of the code objects that those in Python were made from; none ever goes
_MOST_WAITING = 64  # places on a chain of generators that are not believed; a walk ends somewhere


def function_of(local):
    """The trace function in `f_trace`, which a Reading may stand for."""
    return local.local if type(local) is Reading else local


def hides_callers(known):
    """Whether frames of this code may be the last that can be seen."""
    return THROW_HIDES_CALLERS and known.delegates


class Stack:
    """The recorded frames of one stack, by their local trace functions.

    engine: knows the codes, the cutoff and the levels that are wanted. thread: the stack's Thread.
    """

    def __init__(self, engine, thread):
        self.thread = thread
        self._engine = engine
        self.places = {}  # local trace function -> (depth, level of a frame right above)
        self._locals = {}  # the same, the other way round, and by kind
        # by what a Code is: local of a frame -> local of such a frame right above it
        self._children = {}
        self.running = native.IdTable()  # ids of the generators' frames that are on the stack
        self.doubtful = False  # a reader may have dropped frames that stand, see THROW_HIDES_CALLERS

    def doubt(self):
        """A reader has dropped frames that stand."""
        self.doubtful = True

    def sees_callers(self, frame):
        """Whether the callers of a frame can be seen; the stack is doubtful as long as they cannot."""
        self.doubtful = self.ends_early(frame)
        return not self.doubtful

    def own(self, local):
        """A new local trace function, which is ours from here on."""
        if type(local) is FUNCTION:
            _owned.add(id(local.__code__))
        local.stack = self
        return local

    @staticmethod
    def owns(local):
        """Whether it is a local trace function of ours, of this stack or another."""
        local = function_of(local)
        kind = type(local)
        return kind is native.Local if kind is not FUNCTION else id(local.__code__) in _owned

    def _place_of(self, local):
        """(depth, level above) of a frame with this local trace function; None if it is not this stack's."""
        if type(local) not in native.LOCALS:
            return None
        place = self.places.get(local)
        if place is None and self.owns(local) and local.stack is self:
            place = local.place
        return place

    def children_for(self, known):
        return self._children.setdefault((known.counts, known.resumes, known.delegates), {})

    def locate(self, frame, known):
        """(depth, level, caller or None, Stack) of a frame that is being entered.

        caller: the local trace function of the recorded frame right below; where frames are between that are of
        no level and not ours, (it, how many steps it is below).

        Stack: that of the nearest recorded frame below, or None. Where it is not this one, the rest
        is not right.

        None where it is more levels deep than are wanted: the walk ends as soon as that is sure.
        Without the program's `<module>` below (hooks, atexit) our own frames do not count.

        What is thrown into a chain of generators or coroutines enters the innermost first; those
        that wait for it are on the stack again, and their places are those of the last time.
        """
        engine = self._engine
        doubts = _MOST_WAITING if known.resumes else 0
        steps, users, old, only_theirs = 1, 0, None, True
        back = frame.f_back
        while back is not None:
            below = engine.codes.learn(back)
            local = function_of(back.f_trace)
            place = None if local is None else self._place_of(local)
            if place is not None:
                found = place[0] + steps, place[1] + users
                if not (doubts and below.resumes) or id(back) in self.running:
                    direct = not users and only_theirs and local in self.places
                    caller = local if steps == 1 else (local, steps)
                    return found + (caller if direct else None, self)
                doubts -= 1
                old = old or found
            elif local is not None and self.owns(local):
                if not (doubts and below.resumes) or id(back) in local.stack.running:
                    return steps, users, None, local.stack
                doubts -= 1
            users += below.counts
            only_theirs = only_theirs and below.scope != AGENT
            steps += below.scope != AGENT or known.base
            if (engine.levels is not None and engine.cutoff is None and users > engine.levels
                    and not known.delegates):
                return None
            back = back.f_back
        if old is not None and THROW_HIDES_CALLERS:  # elsewhere a greenlet begins with a generator
            self.doubtful = True
        return (old or (steps, users)) + (None, None)

    def wants(self, known, depth, level):
        """Whether the recording holds a frame of this code at this place."""
        engine = self._engine
        if not known.counts and level == 0 and (self.thread.number == 0 or known.layer):
            return False  # no frame of the program is below: bootstrap, not program
        if engine.cutoff is None:
            return engine.levels is None or level <= engine.levels
        if depth <= engine.cutoff:
            return False
        return engine.levels is None or depth <= engine.cutoff + engine.levels

    def base_is_shown(self, known, depth):
        """Whether more of the program's `<module>` is wanted than its call and return."""
        engine = self._engine
        if engine.cutoff is None:
            return known.kept and engine.module_level
        return known.kept and depth > engine.cutoff

    def ends_early(self, frame):
        """Whether the callers of this frame end at a generator that waits, and hides the others."""
        while THROW_HIDES_CALLERS and frame.f_back is not None:
            frame = frame.f_back
        return hides_callers(self._engine.codes.learn(frame))

    def unrecorded_at(self, place, make):
        """The local trace function of a generator that delegates, and is not recorded where it stands."""
        key = place, 'not recorded'
        local = self._locals.get(key)
        if local is None:
            local = self._locals[key] = self.own(make())
            local.place = place
        return local

    def local_at(self, depth, level_above, kind, make):
        """The local trace function of a place; made when a frame first stands there."""
        key = depth, level_above, kind
        local = self._locals.get(key)
        if local is None:
            local = self._locals[key] = self.own(make())
            self.places[local] = key[:2]
        return local
