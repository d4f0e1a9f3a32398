"""One process's part of a trace: its stream, the engine that fills it, and what ends it."""

import sys

import atexit
from _functools import partial

from _leadline import PROTOCOL, VERSION
from _leadline import arguments, codes, compiled, internals, native, scope, system, wire
from _leadline.patches import descriptors, exit_hooks, flush_signal, teardown
from _leadline.engines import settrace
from _leadline.values import exceptions

HERE = __file__.replace('\\', '/').rpartition('/')[0].rpartition('/')[0]  # the agent's directory
_OF_MODULE = 2  # events of the program's `<module>` that are always written
_register_at_fork = getattr(system.calls, 'register_at_fork', None)  # 3.7+


class Session:
    """descriptor: of the stream. wanted: the configuration (PROTOCOL.md). roots: as scope.Scopes."""

    def __init__(self, descriptor, wanted, cwd, roots, implied):
        self.cwd = cwd
        self.timed, self.live = wanted['timed'], wanted['live']
        self.stream = wire.Stream(descriptor)
        self.recording = dict(wanted['recording'])
        self.scopes = scope.Scopes(HERE, cwd, roots, implied)
        self.recording['roots'] = self.scopes.roots
        self.codes = codes.Codes(self.scopes, self.recording)
        self._engine_name = wanted['engine']
        self.no_native = None  # the header's field
        if wanted['recorder'] != 'python' and self._engine_name == 'settrace':
            self.no_native = native.load(HERE)
        self.engine = self._make_engine()
        self.flush_signal = flush_signal.listen(self.engine, wanted['flush_signal'])
        self.arguments = arguments.Arguments(self.recording['redact'])
        self.idle_signal = flush_signal.listen_when_idle(self.engine) if wanted['idle_signal'] else None
        self.program = None  # the header's field
        self.family = None  # follows children
        self.outcome = 'completed', ''
        self.started = self._finished = False

    def _make_engine(self):
        if self._engine_name == 'observe':
            from _leadline.engines import observe
            return observe.ObserveEngine(self.codes, self.stream, self.recording)
        return settrace.SettraceEngine(
            self.codes, self.stream, self.recording, self.timed, self.live,
            _shown(self.recording, lambda text: self.engine.trouble(text)))

    def write_header(self, program, origin='start', parent=None, more=()):
        """program, origin, parent, and more (name, value) pairs: as in PROTOCOL.md."""
        self.program = dict(program, argv=self.arguments.redacted(program['argv']))
        self._write_header(origin, parent, more)

    def _write_header(self, origin, parent, more=()):
        recording = dict(self.recording, roots=system.to_protocol(self.recording['roots']))
        self.stream.write(wire.record(
            'header', ('protocol', PROTOCOL), ('agent', VERSION), ('python', _interpreter()),
            ('engine', 'native' if native.Trace else self._engine_name),
            ('no_native', system.to_protocol(self.no_native)), ('program', system.to_protocol(self.program)),
            ('cwd', system.to_protocol(self.cwd)),
            ('process', self.stream.process), ('start_unix_ns', system.wall_ns()),
            ('timed', self.timed), ('clock_ns', system.clock_cost() if self.timed else None), ('recording', recording), ('origin', origin),
            ('parent', parent), ('flush_signal', self.flush_signal),
            ('idle_signal', self.idle_signal), *more))

    def install(self, at_exit=None):
        """Hooks first, so that they run last: what the program registers comes in front of them.

        at_exit: what is called at exit in place of finish(), and calls that.
        """
        internals.report_to(self.engine.trouble)
        atexit.register(at_exit or self.finish)
        exit_hooks.watch(self.engine)
        if self.engine.unseen and self.family is None:
            return  # a forked child is recognized by its process id, and closed streams are noticed
        if _register_at_fork is not None:
            _register_at_fork(before=partial(self._run, self.engine.flush), after_in_child=self.forked)
        descriptors.guard(self.engine)
        if self.family is not None:
            self.family.install(_register_at_fork is None)

    def follow(self, family):
        """Record the processes that come from this one, too. family: a children.Family."""
        self.family = family

    def start(self):
        self.started = True
        self.engine.start()

    def forked(self):
        """This is a forked child: another process, which has no place in its parent's stream."""
        if not self._run(self._begin_again, system.current_frame().f_back):
            self._run(self.engine.stop)

    def _begin_again(self, frame):
        """Whether this process has a stream. frame: of the program's."""
        self.stream.close()
        stream = None
        if self.family is not None and not self.engine.stopped:
            stream = self.family.open_stream()
        if stream is None:
            return False
        self.stream = stream
        self.engine.begin_again(stream)
        self._write_header('fork', system.calls.getppid())
        self._run(self.engine.take_over, frame)
        return True

    def ended_with(self, exception):
        """An exception that is no SystemExit ends the program."""
        self.ended_as('raised', self.engine.faults.run(
            'the exception that ends the program could not be recorded',
            exceptions.described, exception, otherwise=''))

    def ended_as(self, outcome, detail):
        """Another outcome than `completed`, as in PROTOCOL.md."""
        self.outcome = outcome, detail

    def finish(self):
        """At exit, behind all that the program registered; finalisers of modules are still to run."""
        if system.getpid() != self.stream.process or self._finished:
            return
        self._finished = True
        engine = self.engine
        self._run(engine.settle)
        if self.started:
            self._run(engine.check)
            self._run(self._explain_silence)
        self._run(engine.go_quietly)
        self._run(self._write_end, 'ending')
        if engine.stopped or not self.started:
            self._end()
        else:
            engine.keep(self._run(teardown.call_last, self._end))

    def _run(self, step, *given):
        return self.engine.faults.run('the trace may be incomplete', step, *given)

    def _explain_silence(self):
        """Nothing but the program's <module> was recorded: compiled code may be the reason."""
        if self._engine_name == 'settrace' and sum(self.engine.totals().values()) <= _OF_MODULE:
            text = compiled.sentence(
                lambda file: self.scopes.of(file) in self.recording['scope'])
            if text is not None:
                self.engine.trouble(text)

    def _end(self):
        self._run(self.engine.flush)
        self._run(self.engine.stop)
        self._run(self._write_end, 'end')

    def _write_end(self, kind):
        outcome, detail = self.outcome
        self.stream.write(wire.record(
            kind, ('outcome', outcome), ('detail', detail), ('time_ns', self.engine.elapsed()),
            ('events', self.engine.totals()), ('seen', self.codes.seen)))


def _shown(recording, trouble):
    """What makes a thread's writer of values; None where none are wanted. trouble: Engine.trouble."""
    if not recording['values']:
        return None
    wire.quote_much()
    from _leadline.values.texts import Texts
    from _leadline.engines import value_events
    return value_events.maker(Texts(recording['redact']), recording, trouble)


def _interpreter():
    info = sys.version_info
    suffix = {'alpha': 'a', 'beta': 'b', 'candidate': 'rc'}.get(info.releaselevel)
    version = '%d.%d.%d' % info[:3] + ('%s%d' % (suffix, info.serial) if suffix else '')
    return {'version': version, 'implementation': sys.implementation.name,
            'executable': system.to_protocol(sys.executable or ''), 'build': ' '.join(sys.version.split())}
