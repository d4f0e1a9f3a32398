"""The program that a runner of the user's own loads, in whichever process."""

import os

from _leadline import system


def await_program(ours, wanted):
    """The base is the program's `<module>`, whichever process loads it, and in whatever way."""
    _tell_runner(ours.scopes, wanted['runner'], ours.cwd)
    target = system.from_protocol(wanted['program']['target'])
    ours.codes.await_program(paths(target, ours.cwd), ours.cwd, ours.engine.program_found)


def paths(target, cwd):
    """What a runner may call the file, with and without symbolic links."""
    return {system.normal(target, cwd), os.path.realpath(target)}


def directory(path):
    return path.rpartition(system.SEPARATOR)[0] or system.SEPARATOR


def _tell_runner(scopes, runner, cwd):
    """The file of a module is known only when it runs."""
    if runner['kind'] == 'script':
        path = system.normal(system.from_protocol(runner['target']), cwd)
        scopes.run_by([path, os.path.realpath(path)], [directory(path)])
