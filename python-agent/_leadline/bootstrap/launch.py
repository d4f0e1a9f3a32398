"""One traced run from beginning to end; the steps between which main() execs the program."""

import sys

import atexit

from _leadline import config, exits, session, system, versions
from _leadline.bootstrap import channels, program
from _leadline.patches import uncaught
from _leadline.internals import starting


def begin(config_path, plain_main, ours):
    """Take the streams apart, write the header, and put the program's surroundings in place.

    plain_main: the names of an untouched `__main__`. ours: the loading.Loading.
    """
    if program.puts_path0():
        del sys.path[0]  # our directory
    system.unblock_quit()
    wanted = config.read(config_path)
    run = Run(wanted, program.Program(
        wanted['program'], wanted['python_args'], plain_main))
    run.announce()
    sys.path_importer_cache.pop(plain_main['__file__'], None)  # CPython looked whether it is a directory
    ours.forget()
    run.install()
    return run


class Run:
    """wanted: the configuration (PROTOCOL.md). what: the program.Program to run."""

    def __init__(self, wanted, what):
        self._wanted = wanted
        self._program = what
        cwd = system.getcwd()
        self._channels = channels.prepare(wanted['stdio'], wanted['directory'])
        roots = [system.from_protocol(root) for root in wanted['recording']['roots']]
        self._session = session.Session(
            self._channels.events, wanted, cwd, roots or what.roots(cwd), implied=not roots)
        self._codes = self._session.codes
        if wanted['follow'] is not None:
            from _leadline import children  # it needs sockets
            described = system.from_protocol(wanted['directory']) + system.SEPARATOR + 'follow.json'
            self._session.follow(children.Family(
                self._session, wanted['follow']['socket'], session.HERE, described))

    def announce(self):
        """Write the header, then wait for the controller to take the program's stdout.

        Ends the process where the header says that the recorder which was asked for cannot be had; and where
        the controller was killed meanwhile, which cannot end it any more.
        """
        what = self._program
        refuses = self._wanted['recorder'] == 'native' and self._session.no_native is not None
        self._session.write_header(
            {'kind': what.kind, 'target': what.target, 'argv': what.argv()},
            more=(('stdio', self._channels.facts), ('stdout_fifo', None if refuses else self._channels.fifo)))
        if refuses or self._session.stream.broken or not self._channels.connect_fifo(self._is_read):
            system.calls._exit(1)
        self._session.engine.start_clock()
        if self._session.family is not None:
            self._session.family.describe(self._wanted)

    def _is_read(self):
        """Whether the controller is there; a blank line is no record."""
        return self._session.stream.write('\n')

    def install(self):
        self._session.install()
        self._program.install()

    def load(self):
        """(code, namespace) of the program."""
        code, namespace = self._program.load()
        if self._program.is_loaded_by_runpy:
            self._codes.await_main()
        else:
            whole_is_users = code.co_filename in ('<string>', '<stdin>')
            self._codes.set_base(code, self._program.module_name, whole_is_users)
        return code, namespace

    def start(self):
        self._session.start()

    def completed(self):
        """The program's `<module>` ran to its end; what runs at exit is still to come."""
        self._codes.program_ended()
        self._stay_registered()

    def failed(self, exception):
        """Called by main() with what came out of load() or exec; the interpreter gets it next."""
        self._codes.program_ended()
        self._stay_registered()
        run = self._session.engine.faults.run
        run('tracing could not be resumed', self._session.engine.revive, exception)
        if isinstance(exception, SystemExit):
            self._session.ended_as('exited', exits.status_of(exception))
        elif isinstance(exception, program.NotFound):
            self._session.ended_as('not_found', str(exception))
            self._session.finish()
            system.calls._exit(1)  # nothing ran, nothing is to be cleaned up, nothing to be shown
        else:
            self._session.ended_with(exception)
            if not self._session.started and self._program.is_unreadable(exception):
                self._session.finish()
                command = self._program.plain_command()
                system.calls.execv(command[0], command)
            uncaught.hide_frames(run('a traceback may have frames of the agent', self._program_traceback, exception,
                                     otherwise=exception.__traceback__.tb_next), self._stay_registered)

    def _program_traceback(self, exception):
        """The traceback as a plain run has it: without main(), and what it called to load."""
        inner = exception.__traceback__.tb_next
        while inner is not None and str.startswith(inner.tb_frame.f_code.co_filename, session.HERE):
            inner = inner.tb_next
        if self._program.through_runpy:
            if not versions.TRACEBACKS_CAN_BE_MADE:
                return inner  # a traceback cannot be made there
            inner = uncaught.after_runpy(inner, running=self._session.started)
        elif not self._session.started:
            return None  # compile() has no frame of the program
        return uncaught.without(inner, session.HERE)

    def _stay_registered(self):
        """Before 3.10 `import atexit` begins a new list of callbacks and CPython drops the old one.

        The program's import is such a one, since ours is hidden from it. Callbacks run from the
        last to the first; this one runs the others first, and then is the last after all.
        """
        theirs = sys.modules.get('atexit')
        if versions.ONE_LIST_OF_EXIT_FUNCTIONS or theirs in (None, atexit):
            return

        def last():
            theirs.unregister(last)
            try:
                starting.run_exit_functions(theirs)
            except BaseException:
                pass  # it is shown already, and CPython drops it, too
            self._session.finish()

        theirs.register(last)
