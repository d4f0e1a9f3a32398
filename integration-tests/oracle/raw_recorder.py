"""The oracle: what CPython itself tells a trace function about a program, written down as it comes.

usage: python raw_recorder.py all|user OUT KIND TARGET [ARGS...]      KIND is script, module or code
       python raw_recorder.py each LIST

each  is `all` for several programs in one start: LIST has a line of words separated by tabs for each, with the directory
      to run it in before OUT. Each runs in a fork of the interpreter as it is when it has started.

A few lines on purpose: no filter, no cache, no batch. Depth is counted by walking to the root at every
event. The program's <module> stands at depth 3, as under Leadline's agent.

all   every frame of the main thread, until exec is over. Nothing is imported for it before the program
      has run, so that the program's own imports are the same as in a run without it.
user  frames of files in the program's directory, of all threads (those of _thread get the trace
      function from a frame below, which does not count), of their greenlets, and of forked children, until
      the process is gone. Each event is written at once.

OUT gets one JSON list an event: event, depth, co_filename, co_name, co_firstlineno, f_lineno, the
exception's class (qualified by its module unless that is builtins) or null, process id, and the number of
the stack (a thread, or a greenlet of one) in order of first events.
"""
PLAIN_MAIN = dict(globals())  # the names that this version of CPython gives a script's __main__
import os  # loaded by site already
import sys


def exception_name(kind):
    # through type itself: a metaclass of the program could answer kind.__module__ with code of its own
    module = type.__dict__["__module__"].__get__(kind)
    name = type.__dict__["__qualname__"].__get__(kind)
    return name if module == "builtins" else "%s.%s" % (module, name)


def line_of(quote, event, depth, file, function, firstlineno, lineno, raised, process, stack):
    # json.dumps takes several times as long for each event
    return "[%s, %d, %s, %s, %d, %s, %s, %d, %d]\n" % (
        quote(event), depth, quote(file), quote(function), firstlineno, "null" if lineno is None else lineno,
        "null" if raised is None else quote(raised), process, stack)


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


def depth_and_root(frame, below=None):
    depth, root = 0, None
    while frame is not None and frame.f_code is not below:
        depth, root, frame = depth + 1, frame, frame.f_back
    return depth, root


def record_all(out, code, namespace):
    events = []

    def trace(frame, event, arg):
        ran = frame.f_code
        events.append((event, depth_and_root(frame)[0], ran.co_filename, ran.co_name, ran.co_firstlineno, frame.f_lineno,
                       exception_name(arg[0]) if event == "exception" else None, os.getpid(), 0))
        return trace

    sys.settrace(trace)
    try:
        exec(code, namespace)
    finally:
        sys.settrace(None)
        from json.encoder import encode_basestring_ascii as quote
        with open(out, "w") as stream:
            stream.writelines(line_of(quote, *event) for event in events)


def stack_variables(local, modules=sys.modules, hasattr=hasattr):
    """Where to note something of the stack that runs: a greenlet beside the main one of its thread, or the thread."""
    greenlet = modules.get("greenlet")
    current = greenlet.getcurrent() if hasattr(greenlet, "getcurrent") else None
    main = current is None or greenlet.greenlet.parent.__get__(current) is None
    return local.__dict__ if main else current.__dict__


def record_user(out, directory, code, namespace):
    import _functools
    import _json
    import _thread
    import itertools
    import threading

    def started(function, args, keywords, settrace=sys.settrace):
        settrace(trace)
        return function(*args, **keywords)

    def trace(frame, event, arg, number=None, numbers=itertools.count(), local=_thread._local(), depth_and_root=depth_and_root,
              stack_variables=stack_variables, partial=_functools.partial, type=type, next=next, write=os.write, getpid=os.getpid,
              below=started.__code__, quote=_json.encode_basestring_ascii, exception_name=exception_name, line_of=line_of,
              stream=os.open(out, os.O_WRONLY | os.O_CREAT | os.O_APPEND)):
        # all it needs is its own: the program may take modules apart, and so does the interpreter at its end
        ran = frame.f_code
        depth, outermost = depth_and_root(frame, below)
        if outermost is not frame:  # the stack is that of its root; one that is not traced is the thread's first
            again, noted = trace, outermost.f_trace
            number = noted.keywords["number"] if type(noted) is partial else local.__dict__.setdefault("oracle", next(numbers))
        else:
            if event == "call":  # not oftener: to ask `greenlet` ends what another thread has dropped
                number = stack_variables(local).setdefault("oracle", next(numbers))
            again = partial(trace, number=number)
        if not ran.co_filename.startswith(directory):
            return again if outermost is frame else None
        raised = exception_name(arg[0]) if event == "exception" else None
        write(stream, line_of(quote, event, depth, ran.co_filename, ran.co_name, ran.co_firstlineno, frame.f_lineno,
                              raised, getpid(), number).encode())
        return again

    threading.settrace(trace)
    start_new_thread = _thread.start_new_thread
    _thread.start_new_thread = lambda function, args, keywords={}: start_new_thread(started, (function, args, keywords))
    sys.settrace(trace)
    exec(code, namespace)


def fork_each(file):
    """The words of a line of that file, in a fork for each of them."""
    with open(file) as stream:
        lines = stream.read().splitlines()
    for line in lines:
        child = os.fork()
        if child == 0:
            directory, *words = line.split("\t")
            os.chdir(directory)
            return words
        os.waitpid(child, 0)
    os._exit(0)


if sys.argv[1] == "each":
    sys.argv[1:] = ["all"] + fork_each(sys.argv[2])
WHAT, OUT, KIND, TARGET = sys.argv[1:5]
if WHAT == "all":
    record_all(os.path.abspath(OUT), *prepare(KIND, TARGET, sys.argv[5:]))
else:  # the program's names are kept by its module alone, whose end is the program's too
    record_user(os.path.abspath(OUT), os.path.dirname(TARGET) + os.sep, *prepare(KIND, TARGET, sys.argv[5:]))
