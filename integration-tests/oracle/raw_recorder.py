"""The oracle: what CPython itself tells a trace function about a program, written down as it comes.

usage: python raw_recorder.py OUT KIND TARGET [ARGS...]      KIND is script, module or code

A few lines on purpose: no filter, no cache, no batch. Depth is counted by walking to the root at every
event. Nothing is imported for it before the program has run, so that the program's own imports
are the same as in a run without it. The program's <module> stands at depth 3, as under Leadline's agent.

OUT gets one JSON list an event: event, depth, co_filename, co_name, co_firstlineno, f_lineno, and the
exception's class (qualified by its module unless that is builtins) or null.
"""
PLAIN_MAIN = dict(globals())  # the names that this version of CPython gives a script's __main__
import os  # loaded by site already
import sys


def exception_name(kind):
    # through type itself: a metaclass of the program could answer kind.__module__ with code of its own
    module = type.__dict__["__module__"].__get__(kind)
    name = type.__dict__["__qualname__"].__get__(kind)
    return name if module == "builtins" else "%s.%s" % (module, name)


def prepare(kind, target, args):
    """Sets up __main__, sys.argv and sys.path[0] as `python TARGET`, `-m TARGET` or `-c TARGET` does."""
    main = type(sys)("__main__")
    main.__dict__.update(PLAIN_MAIN, __doc__=None)
    if "__annotations__" in PLAIN_MAIN:
        main.__annotations__ = {}
    sys.modules["__main__"] = main
    if kind == "module":
        import runpy  # `python -m` imports it too
        sys.path[0] = "" if sys.version_info < (3, 7) else os.getcwd()
        sys.argv = ["-m"] + args
        _, spec, code = runpy._get_module_details(target, runpy._Error)
        sys.argv[0] = main.__file__ = spec.origin
        main.__loader__, main.__package__, main.__spec__ = spec.loader, spec.parent, spec
        if "__cached__" in PLAIN_MAIN:
            main.__cached__ = spec.cached
    elif kind == "script":
        sys.path[0] = os.path.dirname(target)
        sys.argv = [target] + args
        with open(target, "rb") as source:
            code = compile(source.read(), target, "exec", 0, True)
        main.__file__ = target
        main.__loader__ = sys.modules["_frozen_importlib_external"].SourceFileLoader("__main__", target)
    else:
        sys.path[0] = ""
        sys.argv = ["-c"] + args
        code = compile(target, "<string>", "exec", 0, True)
        main.__loader__ = sys.modules["_frozen_importlib"].BuiltinImporter
        del main.__file__
        main.__dict__.pop("__cached__", None)
    return code, main.__dict__


def main():
    out, kind, target = sys.argv[1:4]
    code, namespace = prepare(kind, target, sys.argv[4:])
    events = []

    def trace(frame, event, arg):
        depth, beneath = 1, frame.f_back
        while beneath is not None:
            depth, beneath = depth + 1, beneath.f_back
        ran = frame.f_code
        events.append((event, depth, ran.co_filename, ran.co_name, ran.co_firstlineno, frame.f_lineno,
                       exception_name(arg[0]) if event == "exception" else None))
        return trace

    out = os.path.abspath(out)
    sys.settrace(trace)
    try:
        exec(code, namespace)
    finally:
        sys.settrace(None)
        import json
        with open(out, "w") as stream:
            stream.writelines(json.dumps(event) + "\n" for event in events)


main()
