"""One traced run from beginning to end; the steps between which main() execs the program."""

import atexit
import sys

from _leadline import PROTOCOL, VERSION
from _leadline import asked, channels, codes, config, descriptors, leaving, program, scope, system, uncaught, values, wire
from _leadline.engines import settrace

_HERE = __file__.replace('\\', '/').rpartition('/')[0].rpartition('/')[0]  # the agent's directory
_register_at_fork = getattr(system.calls, 'register_at_fork', None)  # 3.7+


def begin(config_path, plain_main, loaded):
    """Take the streams apart, write the header, and put the program's surroundings in place.

    plain_main: the names of an untouched `__main__`. loaded: the names in sys.modules and in
    sys.path_importer_cache before the agent came.
    """
    wanted = config.read(config_path)
    run = Run(wanted, program.Program(
        wanted['program'], wanted['python_args'], plain_main))
    run.announce()
    for table, names in zip((sys.modules, sys.path_importer_cache), loaded):
        for name in set(table) - names:
            del table[name]
    run.install()
    return run


class Run:
    """wanted: the configuration (PROTOCOL.md). what: the program.Program to run."""

    def __init__(self, wanted, what):
        self._wanted = wanted
        self._program = what
        self._cwd = system.getcwd()
        self._channels = channels.prepare(wanted['stdio'], wanted['directory'])
        self._stream = wire.Stream(self._channels.events)
        self._outcome = 'completed', ''
        self._started = self._finished = False
        recording = dict(wanted['recording'])
        roots = [system.native(root) for root in recording['roots']]
        scopes = scope.Scopes(_HERE, self._cwd, roots or what.roots(self._cwd), implied=not roots)
        recording['roots'] = scopes.roots
        self._recording = recording
        self._codes = codes.Codes(scopes, recording)
        self._engine = settrace.Engine(
            self._codes, self._stream, recording, wanted['timed'], wanted['live'])
        self._flush_signal = asked.listen(self._engine, wanted.get('flush_signal'))

    def announce(self):
        """Write the header, then wait for the controller to take the program's stdout."""
        what = self._program
        self._stream.write(wire.record(
            'header', ('protocol', PROTOCOL), ('agent', VERSION), ('python', _interpreter()),
            ('engine', 'settrace'),
            ('program', {'kind': what.kind, 'target': what.target, 'argv': what.argv()}),
            ('cwd', self._cwd), ('process', system.getpid()),
            ('start_unix_ns', system.wall_ns()), ('timed', self._wanted['timed']),
            ('recording', self._recording), ('origin', 'start'), ('parent', None),
            ('flush_signal', self._flush_signal), ('stdio', self._channels.facts),
            ('stdout_fifo', self._channels.fifo)))
        self._channels.connect_fifo()
        self._engine.start_clock()

    def install(self):
        """Hooks first, so that they run last: what the program registers comes in front of them."""
        atexit.register(self._finish)
        if _register_at_fork is not None:
            _register_at_fork(before=self._engine.flush, after_in_child=self._forked)
        leaving.watch(self._engine)
        descriptors.guard(self._engine)
        self._program.install()

    def load(self):
        """(code, namespace) of the program."""
        code, namespace = self._program.load()
        whole_is_users = code.co_filename in ('<string>', '<stdin>')
        self._codes.set_base(code, self._program.module_name, whole_is_users)
        return code, namespace

    def start(self):
        self._started = True
        self._engine.start()

    def completed(self):
        """The program's `<module>` ran to its end; what runs at exit is still to come."""
        self._codes.running = False
        self._stay_registered()

    def failed(self, exception):
        """Called by main() with what came out of load() or exec; the interpreter gets it next."""
        self._codes.running = False
        self._stay_registered()
        if isinstance(exception, SystemExit):
            self._outcome = 'exited', ''
        elif isinstance(exception, program.NotFound):
            self._outcome = 'not_found', str(exception)
            self._finish()
            system.calls._exit(1)  # nothing ran, nothing is to be cleaned up, nothing to be shown
        else:
            name, message = values.exception_text(exception)
            self._outcome = 'raised', '%s: %s' % (name, message) if message else name
            if not self._started and self._program.is_unreadable(exception):
                self._finish()
                command = self._program.plain_command()
                system.calls.execv(command[0], command)
            uncaught.hide_frames(self._program_traceback(exception), self._stay_registered)

    def _program_traceback(self, exception):
        """The traceback as a plain run has it: without main(), and what it called to load."""
        inner = exception.__traceback__.tb_next
        while inner is not None and inner.tb_frame.f_code.co_filename.startswith(_HERE):
            inner = inner.tb_next
        if self._program.through_runpy:
            if sys.version_info < (3, 7):
                return inner  # a traceback cannot be made there
            inner = uncaught.after_runpy(inner, running=self._started)
        elif not self._started:
            return None  # compile() has no frame of the program
        return uncaught.without(inner, _HERE)

    def _forked(self):
        """A forked child is another process: it says nothing in its parent's trace."""
        self._engine.stop()
        self._stream.close()

    def _stay_registered(self):
        """Before 3.10 `import atexit` begins a new list of callbacks and CPython drops the old one.

        The program's import is such a one, since ours is hidden from it. Callbacks run from the
        last to the first; this one runs the others first, and then is the last after all.
        """
        theirs = sys.modules.get('atexit')
        if sys.version_info >= (3, 10) or theirs in (None, atexit):
            return

        def last():
            theirs.unregister(last)
            try:
                theirs._run_exitfuncs()
            except BaseException:
                pass  # it is shown already, and CPython drops it, too
            self._finish()

        theirs.register(last)

    def _finish(self):
        """At exit, behind all that the program registered: the last of the events, and the end."""
        if system.getpid() != self._stream.process or self._finished:
            return
        self._finished = True
        self._engine.flush()
        if self._started:
            self._engine.check()
        self._engine.stop()
        outcome, detail = self._outcome
        self._stream.write(wire.record(
            'end', ('outcome', outcome), ('detail', detail),
            ('time_ns', self._engine.elapsed()), ('events', self._engine.totals()),
            ('seen', self._codes.seen)))


def _interpreter():
    info = sys.version_info
    suffix = {'alpha': 'a', 'beta': 'b', 'candidate': 'rc'}.get(info.releaselevel)
    version = '%d.%d.%d' % info[:3] + ('%s%d' % (suffix, info.serial) if suffix else '')
    return {'version': version, 'implementation': sys.implementation.name,
            'executable': sys.executable or '', 'build': ' '.join(sys.version.split())}
