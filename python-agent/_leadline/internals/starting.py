"""What CPython uses to start a program: `runpy`, `linecache`, the loaders of importlib."""

import sys

from _leadline.internals import differs, parameters

_CODE = type((lambda: None).__code__)
_DETAILS = {'_get_module_details': ('mod_name', 'error'), '_get_main_module_details': ('error',)}
_OF_SPEC = 'origin', 'cached', 'loader', 'parent'
_AS_MAIN = '_run_module_as_main'


def register_source(code, text, name):
    """Have tracebacks show the lines of a program that has no file."""
    try:
        import linecache
        linecache._register_code(code, text, name)
        if code in linecache.cache:  # 3.13.0 looks its first argument up as the name of a file
            linecache.cache[name] = linecache.cache.pop(code)
    except Exception:
        differs('linecache._register_code', 'tracebacks do not show the lines of %s' % name)


def details(part, given, not_found):
    """(spec, code) that a function of runpy finds; None where the function is another.

    not_found: what to raise with its message.
    """
    import runpy  # a plain run has it loaded, too
    find, error = getattr(runpy, part, None), getattr(runpy, '_Error', None)
    if parameters(find) == _DETAILS[part] and isinstance(error, type):
        try:
            found = find(*given + (error,))
        except error as fault:
            raise not_found(str(fault))
        if type(found) is tuple and len(found) == 3 and type(found[2]) is _CODE and all(
                hasattr(found[1], name) for name in _OF_SPEC):
            return found[1:]
    differs('runpy.' + part, 'the frames of runpy are below the program')
    return None


def by_runpy(module, path):
    """(code, namespace) that has runpy itself run a module or, where that is None, a path."""
    import runpy
    run = getattr(runpy, _AS_MAIN, None)
    if _is_as_main(run):
        given = (module or '__main__', module is not None)
    elif module is not None:
        run, given = runpy.run_module, (module, None, '__main__', True)
    else:
        run, given = runpy.run_path, (path, None, '__main__')
    return compile('run(*given)', __file__, 'exec', 0, True), {'run': run, 'given': given}


def _is_as_main(function):
    """CPython calls it with the name of a module and whether to change `sys.argv`."""
    return len(parameters(function) or ()) == 2


def traceback_of_runpy(running):
    """Entries of the frames of runpy that a plain `-m` shows; None where runpy is another. 3.7+.

    running: whether the program ran, or was still looked for. The frames are real: runpy runs once
    more, and fails at once at the same place.
    """
    import runpy
    kept, run = getattr(runpy, '_get_module_details', None), getattr(runpy, _AS_MAIN, None)
    found = None
    if parameters(kept) == _DETAILS['_get_module_details'] and _is_as_main(run):
        found = _failing_at_once(runpy, kept, run, running)
    if found is None or (running and found.tb_next is None):
        differs('runpy.' + _AS_MAIN, 'the traceback does not show the frames of runpy')
        return None
    return found


def _failing_at_once(runpy, kept, run, running):
    nothing = '', _Nothing, compile('1/0', '', 'exec')
    main = sys.modules['__main__']
    sys.modules['__main__'] = type(sys)('__main__')
    runpy._get_module_details = lambda *_: nothing if running else 1 / 0
    try:
        run('', False)
    except ZeroDivisionError as reached:
        return reached.__traceback__.tb_next
    except (Exception, SystemExit):
        return None
    finally:
        runpy._get_module_details = kept
        sys.modules['__main__'] = main


class _Nothing:
    """Stands for a module spec."""
    origin = cached = loader = parent = None


def loader(name, path):
    """The loader of this name for the file of `__main__`, as CPython makes it."""
    kind = getattr(sys.modules.get('_frozen_importlib_external'), name, None)
    try:
        return kind('__main__', path)
    except Exception:
        differs('_frozen_importlib_external.' + name, 'the program has the loader of importlib')
    from importlib import machinery
    return getattr(machinery, name)('__main__', path)


def builtin_importer():
    """The `__loader__` of a `__main__` that has no file."""
    found = getattr(sys.modules.get('_frozen_importlib'), 'BuiltinImporter', None)
    return sys.__spec__.loader if found is None else found


def run_exit_functions(atexit):
    """What the functions registered with an `atexit` of 3.9 or older are called by, at the end."""
    run = getattr(atexit, '_run_exitfuncs', None)
    if run is None:
        differs('atexit._run_exitfuncs', 'functions run at exit may be missing')
    else:
        run()
