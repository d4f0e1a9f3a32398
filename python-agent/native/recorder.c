/*
 * The trace functions of one thread in C: the events that engines/recorder.py records without a decision.
 *
 * Trace is what sys.settrace() gets, Local what stands in a frame's f_trace. Each has a Python function beside it
 * that can record every event; C takes the event only where the pieces of JSON for it exist already, and hands over
 * to the Python function otherwise. Both share the list of pieces, the tables of texts and the cell of the last time.
 * Where values are recorded, variables.c makes a piece more of some events: the event and it are appended at once.
 */
#include "recorder.h"
#include <time.h>

/* Under names of ours, since headers declare them or not. All versions export these. */
extern int frame_line(PyObject *) __asm__("PyFrame_GetLineNumber");
extern PyObject *cell_get(PyObject *) __asm__("PyCell_Get");
extern int cell_set(PyObject *, PyObject *) __asm__("PyCell_Set");

#define WITHOUT_COUNT (~((size_t)1 << (8 * sizeof(size_t) - 1))) /* takes PY_VECTORCALL_ARGUMENTS_OFFSET off */

#define MOST_STEPS 64 /* frames that are walked over */
#define LONG 100000   /* ns: after such a time, Python is asked whether events are to be written */

/* What an entry of `heads` is: a tuple, longer for the code of a generator. COUNTS: for the level of frames above. */
enum {HEAD, CHILDREN, COUNTS, FIRST, OF_GENERATOR};

/* The names of events, as the interpreter passes them last. */
static PyObject *name_line, *name_return, *name_exception;
/* Set once, when the module is loaded. */
static PyObject *name_f_lasti, *name_args, *name_co_firstlineno;

static long long now(const Trace *trace)
{
    struct timespec time;
    if (!trace->timed)
        return 0;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

/* Nanoseconds since the last event that has a time; -1 where that is not known. */
static long long since_last(const Trace *trace, long long moment)
{
    PyObject *last;
    long long time;
    if (!trace->timed)
        return 0;
    last = cell_get(trace->last);
    if (last == NULL)
        return -1;
    time = moment - (last == trace->latest ? trace->latest_ns : PyLong_AsLongLong(last));
    Py_DecRef(last);
    return time;
}

/* The same; -1 where the event is to be recorded in Python. */
static long long passed(Trace *trace, long long moment)
{
    long long time = since_last(trace, moment);
    if (time >= LONG)
        trace->is_late = 1;
    return PyList_Size(trace->times) > 0 ? time : -1;
}

/* What closes an event that has a time; a reference of the caller's. */
static PyObject *time_text(const Trace *trace, long long time)
{
    PyObject *text;
    if (time >= PyList_Size(trace->times))
        return PyUnicode_FromFormat("%lld]", time);
    text = PyList_GetItem(trace->times, time);
    Py_IncRef(text);
    return text;
}

/* Append both pieces of an event of this moment. 0 where neither is recorded. */
static int append_both(Trace *trace, PyObject *head, PyObject *tail, long long moment)
{
    Py_ssize_t length = PyList_Size(trace->pieces);
    PyObject *time;
    int done = 0;
    if (trace->muted)
        return 1;
    if (tail != NULL && PyList_Append(trace->pieces, head) == 0) {
        time = PyLong_FromLongLong(moment);
        done = time != NULL && PyList_Append(trace->pieces, tail) == 0;
        if (done) {
            cell_set(trace->last, time);
            Py_DecRef(trace->latest);
            trace->latest = time;
            trace->latest_ns = moment;
        } else {
            PyList_SetSlice(trace->pieces, length, length + 1, NULL);
            Py_DecRef(time);
        }
    }
    return done;
}

/* Append a piece and one for that time. 0 where neither is recorded. */
static int append_after(Trace *trace, PyObject *head, long long time, long long moment)
{
    PyObject *text = time < 0 ? NULL : time_text(trace, time);
    int done = text != NULL && append_both(trace, head, text, moment);
    Py_DecRef(text);
    return done;
}

/* Append a piece and one for the time since the last event that has one. 0 where neither is recorded. */
static int append_timed(Trace *trace, PyObject *head)
{
    long long moment = now(trace);
    return append_after(trace, head, passed(trace, moment), moment);
}

/* Append a line, with its time where it has one. 0 where it is not recorded. */
static int append_line(Trace *trace, PyObject *text)
{
    if (trace->line_times)
        return append_timed(trace, text);
    return trace->muted || PyList_Append(trace->pieces, text) == 0;
}

/* The same, also where all is written at once: Python does that at calls where values are recorded. */
static int append_any_line(Trace *trace, PyObject *text)
{
    long long moment;
    if (!trace->line_times)
        return PyList_Append(trace->pieces, text) == 0;
    moment = now(trace);
    return append_after(trace, text, since_last(trace, moment), moment);
}

/* Note that a frame is on the stack, or has left it. 0 where it cannot be noted. */
static int note_running(const Trace *trace, PyObject *frame, int runs)
{
    return set_entry(trace->running, frame, runs ? Py_True : NULL) == 0;
}

static int is_running(const Trace *trace, PyObject *frame)
{
    return entry_of(trace->running, frame) != NULL;
}

static int is_full(const Trace *trace)
{
    return PyList_Size(trace->pieces) > trace->limit;
}

/* Whether events are to be written, or may be. */
static int is_due(const Trace *trace)
{
    return trace->is_late || is_full(trace);
}

PyObject *nothing(void)
{
    Py_IncRef(Py_None);
    return Py_None;
}

static int flush_now(Trace *trace)
{
    PyObject *function = is_full(trace) ? trace->flush : trace->keep_up;
    PyObject *done = function == NULL ? nothing() : PyObject_CallObject(function, NULL);
    trace->is_late = 0;
    Py_DecRef(done);
    return done != NULL;
}

static PyObject *flushed(Trace *trace)
{
    return flush_now(trace) ? nothing() : NULL;  /* CPython would take any other value for the frame's f_trace */
}

/* The text of a number in a table that grows; borrowed, null where it is not there yet. */
static PyObject *text_of(PyObject *table, int number)
{
    return number >= 0 && number < PyList_Size(table) ? PyList_GetItem(table, number) : NULL;
}

/*
 * Whether what failed did so at the recursion limit: even to look an int up takes room before CPython 3.9, which
 * aborts the process where the error does not reach the program. Any other error is cleared.
 */
static int is_at_limit(void)
{
    if (PyErr_Occurred() && PyErr_ExceptionMatches(PyExc_RecursionError))
        return 1;
    PyErr_Clear();
    return 0;
}

/* The event is recorded in Python, after an error or without one. */
static PyObject *in_python(PyObject *function, PyObject *const *given)
{
    if (is_at_limit())
        return NULL;
    if (function == NULL)  /* the garbage collector has cleared it */
        return nothing();
    return PyObject_CallFunctionObjArgs(function, given[0], given[1], given[2], NULL);
}

/* The program may call what it finds in f_trace, with anything. */
static int is_frame(PyObject *given)
{
    return Py_TYPE(given) == &frame_type;
}

/* By identity, as soon as the interpreter's own string is known: it need not be the interned one. */
static int is_event(PyObject *event, PyObject **known, const char *name)
{
    if (event == *known)
        return 1;
    if (!PyUnicode_Check(event) || PyUnicode_CompareWithASCIIString(event, name) != 0)
        return 0;
    Py_INCREF(event);
    *known = event;
    return 1;
}

/* Exceptions whose text is that of their argument, or none, if they are of this very class; for a KeyError it is in quotes. */
static const struct {
    PyObject **type;
    const char *name;
} plain[] = {
    {&PyExc_StopIteration, "StopIteration"}, {&PyExc_AttributeError, "AttributeError"}, {&PyExc_KeyError, "KeyError"},
    {&PyExc_IndexError, "IndexError"}, {&PyExc_ValueError, "ValueError"}, {&PyExc_TypeError, "TypeError"},
    {&PyExc_StopAsyncIteration, "StopAsyncIteration"}, {&PyExc_GeneratorExit, "GeneratorExit"},
    {&PyExc_RuntimeError, "RuntimeError"}, {&PyExc_AssertionError, "AssertionError"}, {&PyExc_EOFError, "EOFError"}};
enum {PLAIN = sizeof(plain) / sizeof(plain[0])};

static int append_plain_str(Text *text, PyObject *value, const char *quote)
{
    Py_ssize_t index, length;
    const char *characters = utf8_of(value, &length);
    if (characters == NULL || length + 2 * (Py_ssize_t)strlen(quote) > SHORT)
        return 0;
    for (index = 0; index < length; index++) {
        if (characters[index] < ' ' || characters[index] > '~' || characters[index] == '"'
                || characters[index] == '\\' || characters[index] == *quote)
            return 0;
    }
    append_plain(text, quote);
    append(text, characters, (size_t)length);
    append_plain(text, quote);
    return 1;
}

/* The text of an exception's argument as values/exceptions.py makes it. 0 where Python is to make it. */
static int append_plain_argument(Text *text, PyObject *value, const char *quote)
{
    PyTypeObject *type = Py_TYPE(value);
    long long number;
    int overflow = 0;
    if (type == &PyUnicode_Type)
        return append_plain_str(text, value, quote);
    if (type == &PyLong_Type) {
        number = PyLong_AsLongLongAndOverflow(value, &overflow);
        append_number(text, number);
    } else if (value == Py_None || type == &PyBool_Type)
        append_plain(text, value == Py_None ? "None" : value == Py_True ? "True" : "False");
    else if (type == &PyTuple_Type || type == &PyList_Type || type == &PyDict_Type)
        append_plain(text, type == &PyTuple_Type ? "<tuple>" : type == &PyList_Type ? "<list>" : "<dict>");
    else
        return 0;
    return !overflow;
}

/* What stands for the class and the text of an exception where that needs no decision. 0 where Python is to make it. */
static int append_plain_exception(Text *text, PyObject *arg)
{
    PyObject *value = PyTuple_Check(arg) && PyTuple_Size(arg) == 3 ? PyTuple_GetItem(arg, 1) : NULL, *args;
    int kind = 0, done;
    while (value != NULL && kind < PLAIN && (PyObject *)Py_TYPE(value) != *plain[kind].type)
        kind++;
    if (value == NULL || kind == PLAIN)
        return 0;
    append(text, "\"", 1);
    append_plain(text, plain[kind].name);
    append(text, "\",\"", 3);
    args = PyObject_GetAttr(value, name_args);
    done = args != NULL && PyTuple_Check(args) && PyTuple_Size(args) <= 1;
    if (done && PyTuple_Size(args) == 1)
        done = append_plain_argument(text, PyTuple_GetItem(args, 0), plain[kind].type == &PyExc_KeyError ? "'" : "");
    append(text, "\"]", 2);
    Py_DecRef(args);
    return done && !text->failed;
}

/* The piece of an exception that is recorded here, or null. */
static PyObject *piece_of_exception(int line, PyObject *arg)
{
    PyObject *piece = NULL;
    Text text = {0};
    append_plain(&text, "[\"exception\",");
    append_number(&text, line);
    append(&text, ",", 1);
    if (append_plain_exception(&text, arg))
        piece = PyUnicode_FromStringAndSize(text.bytes, (Py_ssize_t)text.length);
    PyMem_Free(text.bytes);
    return piece;
}

/* Append an exception. 0 where it is not recorded: also where the frame has raised just before, see
 * recorder.stand_again(). */
static int append_exception(Trace *trace, PyObject *frame, PyObject *arg)
{
    PyObject *key = PyLong_FromVoidPtr(frame), *place = NULL, *text = NULL;
    Py_ssize_t length = PyList_Size(trace->pieces);
    long long gone = PyLong_AsLongLong(PyList_GetItem(trace->gone, 0));
    int line = frame_line(frame), done = 0, again;
    if (key == NULL || line < 0)
        goto end;
    again = PyObject_RichCompareBool(key, PyList_GetItem(trace->raised, 0), Py_EQ);
    if (again != 0 && gone + length - PyLong_AsLongLong(PyList_GetItem(trace->raised, 1)) <= 3)
        goto end;
    text = piece_of_exception(line, arg);
    place = PyLong_FromLongLong(gone + length + 1);
    if (place == NULL || text == NULL || PyList_Append(trace->pieces, text) != 0)
        goto end;
    done = 1;
    PyList_SetItem(trace->raised, 0, key);
    PyList_SetItem(trace->raised, 1, place);
    key = place = NULL;
end:
    Py_XDECREF(key);
    Py_DecRef(place);
    Py_XDECREF(text);
    return done;
}

static int is_elsewhere(const Trace *trace, PyObject *frame);

/* Record an event that is a plain exception. 0 where it is not, or Python is to do it. */
static int is_recorded_exception(Trace *trace, PyObject *const *given)
{
    return trace->exceptions && !trace->muted && is_event(given[1], &name_exception, "exception")
        && !is_elsewhere(trace, given[0]) && append_exception(trace, given[0], given[2]);
}

/*
 * After an error where values were read: 1 where it is a fault of the agent's, which is noted then, 0 with the error
 * set where it is the program's.
 */
static int noted(const Trace *trace)
{
    Raised raised;
    PyObject *ours;
    if (PyErr_ExceptionMatches(PyExc_RecursionError))
        return 0;
    raised = take_raised();
    ours = PyObject_CallFunctionObjArgs(trace->is_noted, raised.fault, NULL);
    if (ours == Py_False)
        PyErr_Restore(raised.type, raised.fault, raised.traceback);
    else
        drop_raised(raised);
    Py_DecRef(ours);
    return ours == Py_True;
}

/* Append a piece with values, which it takes; none after an error. 0, or -1 with the program's error set. */
static int append_values(const Trace *trace, PyObject *piece)
{
    int done = piece == NULL ? -1 : 0;
    if (piece != NULL && piece != Py_None && !trace->muted)
        done = PyList_Append(trace->pieces, piece);
    Py_DecRef(piece);
    return done == 0 || noted(trace) ? 0 : -1;
}

/* Append the arguments of a call that Python has recorded. */
static int append_waiting(const Trace *trace, PyObject *frame)
{
    return append_values(trace, args_that_wait(trace->values, frame));
}

static PyObject *line_with_values(Trace *trace, PyObject *frame)
{
    int line = frame_line(frame);
    PyObject *text = text_of(trace->lines, line), *piece;
    if (trace->muted)
        return nothing();
    if (text != NULL)
        Py_IncRef(text);
    else if (line < 0)
        text = PyObject_CallFunctionObjArgs(trace->line_text, Py_None, NULL);
    else
        text = PyObject_CallFunction(trace->line_text, "i", line);
    if (text == NULL)
        return noted(trace) ? nothing() : NULL;
    trace->unwinds = 0;
    piece = changed_locals(trace->values, frame);
    if (piece != NULL && !append_any_line(trace, text)) {
        Py_DecRef(piece);
        piece = NULL;
    }
    Py_DecRef(text);
    if (append_values(trace, piece) < 0)
        return NULL;
    return is_due(trace) ? flushed(trace) : nothing();
}

static PyObject *return_with_values(Local *local, PyObject *const *given)
{
    Trace *trace = local->trace;
    PyObject *text = text_of(trace->returns, frame_line(given[0])), *piece;
    if (forget_frame(trace->values, given[0]) < 0 || (!local->delegates && !note_running(trace, given[0], 0)))
        return in_python(local->python, given);
    if (text == NULL || passed(trace, now(trace)) < 0)
        return in_python(local->python, given);
    piece = trace->unwinds && given[2] == Py_None ? nothing() : returned_value(trace->values, given[0], given[2]);
    if (!append_timed(trace, text)) {
        Py_DecRef(piece);
        return in_python(local->python, given);
    }
    trace->unwinds = 0;
    if (append_values(trace, piece) < 0
            || (local->delegates && !note_running(trace, given[0], 0) && is_at_limit()))
        return NULL;
    return is_due(trace) ? flushed(trace) : nothing();
}

static PyObject *event_with_values(Local *local, PyObject *const *given)
{
    if (append_waiting(local->trace, given[0]) < 0)
        return NULL;
    if (is_event(given[1], &name_line, "line"))
        return local->structure ? nothing() : line_with_values(local->trace, given[0]);
    if (is_event(given[1], &name_return, "return"))
        return return_with_values(local, given);
    if (is_recorded_exception(local->trace, given)) {
        local->trace->unwinds = 1;
        return is_due(local->trace) ? flushed(local->trace) : nothing();
    }
    return in_python(local->python, given);
}

static PyObject *silent_event(Local *local, PyObject *const *given);

PyObject *local_call(PyObject *self, PyObject *const *given, size_t flags, PyObject *names)
{
    Local *local = (Local *)self;
    Trace *trace = local->trace;
    PyObject *text;
    if ((flags & WITHOUT_COUNT) != 3 || names != NULL) {
        PyErr_SetString(PyExc_TypeError, "a trace function takes a frame, an event and its argument");
        return NULL;
    }
    if (local->silent)
        return silent_event(local, given);
    if (!is_frame(given[0]) || (local->delegates && !is_running(trace, given[0])))
        return in_python(local->python, given);
    if (trace->values != NULL)
        return event_with_values(local, given);
    if (is_event(given[1], &name_line, "line")) {
        if (local->structure)
            return nothing();
        text = text_of(trace->lines, frame_line(given[0]));
        if (text != NULL && append_line(trace, text))
            return is_due(trace) ? flushed(trace) : nothing();
    } else if (is_event(given[1], &name_return, "return")) {
        if (!local->delegates && !note_running(trace, given[0], 0))
            return in_python(local->python, given);
        text = text_of(trace->returns, frame_line(given[0]));
        if (text != NULL && append_timed(trace, text)) {
            if (local->delegates && !note_running(trace, given[0], 0) && is_at_limit())
                return NULL;
            return trace->is_late || (local->structure && is_full(trace)) ? flushed(trace) : nothing();
        }
    } else if (is_recorded_exception(trace, given)) {
        return is_due(trace) ? flushed(trace) : nothing();
    }
    return in_python(local->python, given);
}

/* The entry of a frame's code object; borrowed. */
static PyObject *head_of(const Trace *trace, PyObject *frame)
{
    PyObject *code = code_of(frame);
    Py_DecRef(code);  /* the frame has it */
    return code == NULL ? NULL : entry_of(trace->heads, code);
}

/* Of type Local or function, so that none has a hash of the program's. A reference of the caller's; may be null. */
static PyObject *if_ours(const Trace *trace, PyObject *local)
{
    if (local != NULL && Py_TYPE(local) != local_type && Py_TYPE(local) != Py_TYPE(trace->python)) {
        Py_DecRef(local);
        return NULL;
    }
    return local;
}

/* Whether the place of a frame with a local trace function of ours is right; see depth.Stack.locate(). */
static int is_placed(const Trace *trace, PyObject *frame)
{
    PyObject *entry = head_of(trace, frame);
    if (entry == NULL || PyTuple_Size(entry) != OF_GENERATOR)
        return entry != NULL;
    return PyTuple_GetItem(entry, HEAD) != Py_False && is_running(trace, frame);
}

/* Whether a frame is not recorded, and counts for the depth of those above it but not for their level. */
static int is_between(const Trace *trace, PyObject *frame)
{
    PyObject *entry = head_of(trace, frame);
    return entry != NULL && PyTuple_GetItem(entry, HEAD) == Py_None && PyTuple_GetItem(entry, COUNTS) == Py_False;
}

/* The local trace function of a frame that is entered; null where Python is to find it. steps: down to its caller. */
static PyObject *local_of(const Trace *trace, PyObject *frame, PyObject *entry, int *steps)
{
    PyObject *back = below(frame), *next, *caller = NULL, *key, *local = NULL;
    *steps = 1;
    while (back != NULL && back != Py_None) {
        caller = get_f_trace(back);
        if (caller != Py_None || !is_between(trace, back) || *steps == MOST_STEPS)
            break;
        ++*steps;
        Py_DecRef(caller);
        caller = NULL;
        next = below(back);
        Py_DECREF(back);
        back = next;
    }
    caller = if_ours(trace, caller);
    if (caller != NULL && (PyTuple_Size(entry) != OF_GENERATOR || is_placed(trace, back))) {
        key = *steps == 1 ? caller : Py_BuildValue("Oi", caller, *steps);
        if (key != NULL)
            local = PyDict_GetItemWithError(PyTuple_GetItem(entry, CHILDREN), key);
        Py_XINCREF(local);
        if (key != caller)
            Py_XDECREF(key);
    }
    Py_XDECREF(caller);
    Py_DecRef(back);
    return local;
}

/* The next number of a generator's frame, with this stack; a reference of the caller's. */
static PyObject *next_activation(const Trace *trace)
{
    PyObject *number = PyIter_Next(trace->numbers), *activation = NULL;
    if (number != NULL)
        activation = PyTuple_Pack(2, number, trace->here);
    Py_DecRef(number);
    return activation;
}

/*
 * The number of a generator's frame, as thread.activation() has it; -1 where Python is to find it: the frame ran on
 * another stack, or with an error set. The common case is here, too, since programs begin generators as often as they call
 * functions, and to ask Python for each would be to record them there.
 */
static long long activation_of(const Trace *trace, PyObject *frame, int begins)
{
    PyObject *numbers = begins ? trace->begun : trace->activations, *activation = entry_of(numbers, frame);
    long long found = -1;
    Py_IncRef(activation);
    if (activation == NULL) {
        activation = next_activation(trace);
        if (activation != NULL && set_entry(numbers, frame, activation) != 0)
            Py_CLEAR(activation);
    }
    if (activation != NULL && PyTuple_GetItem(activation, 1) == trace->here
            && (!begins || set_entry(trace->activations, frame, activation) == 0))
        found = PyLong_AsLongLong(PyTuple_GetItem(activation, 0));
    Py_DecRef(activation);
    return found;
}

/* Whether a frame with no f_trace begins; where it does not, it began when nothing was recorded. */
static int begins(PyObject *frame, PyObject *entry)
{
    PyObject *last = PyObject_GetAttr(frame, name_f_lasti);
    int first = last != NULL && PyLong_AsLong(last) <= PyLong_AsLong(PyTuple_GetItem(entry, FIRST));
    Py_DecRef(last);
    return first;
}

/* Whether a generator goes on: 0 where it begins, -1 where Python is to find out. */
static int is_resumed(PyObject *frame, PyObject *entry, PyObject *local)
{
    PyObject *before = get_f_trace(frame);
    int resumed = before == local ? 1 : before == Py_None && begins(frame, entry) ? 0 : -1;
    Py_DecRef(before);
    return resumed;
}

static char *write_next(char *end, long long number)
{
    *end = ',';
    return write_number(end + 1, number);
}

/* Append a call at this line that states its place, which is not right above the last recorded frame or of a generator.
 * 0 where it is not recorded. */
static int append_placed(Trace *trace, PyObject *frame, PyObject *entry, PyObject *local, int resumed, int line)
{
    long long moment = now(trace), time = passed(trace, moment), activation;
    PyObject *place = PyDict_GetItemWithError(trace->places, local), *tail;
    char text[160], *end = text;
    int done;
    if (time < 0 || place == NULL || line < 0)
        return 0;
    end = trace->timed ? write_number(end, time) : stpcpy(end, "null");
    end = write_next(end, line);
    end = write_next(end, PyLong_AsLong(PyTuple_GetItem(place, 0)));
    end = write_next(end, PyLong_AsLong(PyTuple_GetItem(place, 1)) - PyLong_AsLong(PyTuple_GetItem(entry, COUNTS)));
    if (PyTuple_Size(entry) == OF_GENERATOR) {
        activation = activation_of(trace, frame, !resumed);
        if (activation < 0 || !note_running(trace, frame, 1))
            return 0;
        end = write_next(write_next(end, activation), resumed);
    }
    *end++ = ']';
    tail = PyUnicode_FromStringAndSize(text, end - text);
    done = append_both(trace, PyTuple_GetItem(entry, HEAD), tail, moment);
    Py_XDECREF(tail);
    return done;
}

enum {RECORDED, NOT_RECORDED, PROGRAM_FAILS};  /* NOT_RECORDED: Python is to do it */

/* Append the call of a frame, with its arguments where they are wanted. */
static int append_call(Trace *trace, PyObject *frame, PyObject *entry, PyObject *local, int steps)
{
    int of_generator = PyTuple_Size(entry) == OF_GENERATOR, recorded;
    int resumed = of_generator ? is_resumed(frame, entry, local) : 0;
    PyObject *piece = NULL;
    if (resumed < 0)
        return NOT_RECORDED;
    if (trace->values != NULL) {
        piece = resumed ? nothing() : args_of_call(trace->values, frame);
        trace->unwinds = 0;
    }
    if (steps > 1 || of_generator)
        recorded = append_placed(trace, frame, entry, local, resumed, frame_line(frame));
    else
        recorded = append_timed(trace, PyTuple_GetItem(entry, HEAD));
    if (!recorded) {
        Py_DecRef(piece);
        return NOT_RECORDED;
    }
    return trace->values != NULL && append_values(trace, piece) < 0 ? PROGRAM_FAILS : RECORDED;
}

/* The call waits for an exception; Python then needs to know of a generator whether it goes on, and where. */
static int call_waits(const Trace *trace, PyObject *frame, PyObject *entry, PyObject *local)
{
    PyObject *line;
    int resumed, done;
    if (PyTuple_Size(entry) != OF_GENERATOR)
        return RECORDED;
    resumed = is_resumed(frame, entry, local);
    if (resumed < 0 || !note_running(trace, frame, 1))
        return NOT_RECORDED;
    line = resumed ? PyLong_FromLong(frame_line(frame)) : nothing();
    done = line == NULL ? -1 : set_entry(trace->resuming, frame, line);
    if (done == 0 && !resumed)
        done = set_entry(trace->activations, frame, NULL);  /* of a frame that is gone */
    Py_DecRef(line);
    return done < 0 ? NOT_RECORDED : RECORDED;
}

/* Write the call that waits in a frame. 0 where Python is to do it. */
static int write_waiting(Trace *trace, PyObject *frame, Local *waiting)
{
    PyObject *entry = head_of(trace, frame), *head = entry == NULL ? NULL : PyTuple_GetItem(entry, HEAD), *code;
    PyObject *line = NULL;
    int resumed = 0, done = 0;
    if (head == NULL || head == Py_None || head == Py_False)
        return 0;
    if (PyTuple_Size(entry) == OF_GENERATOR) {
        line = entry_of(trace->resuming, frame);
        if (line == NULL)
            return 0;
        resumed = line != Py_None;
        Py_IncRef(line);
    }
    if (!resumed) {
        Py_DecRef(line);
        code = code_of(frame);
        line = code == NULL ? NULL : PyObject_GetAttr(code, name_co_firstlineno);
        Py_DecRef(code);
    }
    if (line != NULL) {
        Py_INCREF(entry);
        done = append_placed(trace, frame, entry, waiting->recorded, resumed, (int)PyLong_AsLong(line))
            && set_f_trace(frame, waiting->recorded) == 0;
        Py_DECREF(entry);
    }
    Py_DecRef(line);
    return done;
}

/* Whether it is the frame of a generator that is not known to be on the stack: it waits for one that something is thrown
 * into, or goes on with no call that says so. */
static int is_elsewhere(const Trace *trace, PyObject *frame)
{
    PyObject *entry = head_of(trace, frame);
    return entry != NULL && PyTuple_Size(entry) == OF_GENERATOR && !is_running(trace, frame);
}

/* Write the calls that wait in a frame and below, as recorder.catch_up() does. 0 where Python is to do it. */
static int caught_up(Trace *trace, PyObject *frame)
{
    PyObject *waiting[MOST_STEPS], *local, *next;
    int found = 0, walked, written = 0;
    Py_IncRef(frame);
    for (walked = 0; walked < MOST_STEPS && frame != NULL && frame != Py_None && !written; walked++) {
        local = get_f_trace(frame);
        next = below(frame);
        if (local != Py_None && (local == NULL || Py_TYPE(local) != local_type || ((Local *)local)->trace != trace))
            walked = MOST_STEPS;
        else if (local != Py_None && !((Local *)local)->silent)
            written = 1;
        else if (local != Py_None && (((Local *)local)->recorded == NULL || ((Local *)local)->recorded == Py_None))
            walked = MOST_STEPS;
        else if (local != Py_None && !is_elsewhere(trace, frame)) {
            Py_INCREF(frame);
            waiting[found++] = frame;
        }
        Py_DecRef(local);
        Py_DecRef(frame);
        frame = next;
    }
    Py_DecRef(frame);
    while (found > 0) {
        frame = waiting[--found];
        local = get_f_trace(frame);
        written = written && local != NULL && write_waiting(trace, frame, (Local *)local);
        Py_DecRef(local);
        Py_DECREF(frame);
    }
    return written;
}

/* An event of a frame, the call of which waits for an exception. */
static PyObject *silent_event(Local *local, PyObject *const *given)
{
    PyObject *recorded = local->recorded, *result;
    if (is_event(given[1], &name_exception, "exception")) {
        if (recorded == NULL || Py_TYPE(recorded) != local_type || !is_frame(given[0])
                || is_elsewhere(local->trace, given[0]) || !caught_up(local->trace, given[0]))
            return in_python(local->python, given);
        Py_INCREF(recorded);
        result = local_call(recorded, given, 3, NULL);
        Py_DECREF(recorded);
        return result;
    }
    if (is_event(given[1], &name_return, "return") && !note_running(local->trace, given[0], 0))
        return in_python(local->python, given);
    return nothing();
}

/* Record the call of a frame that is entered. local: is set to its local trace function where it is recorded. */
static int entered(Trace *trace, PyObject *frame, PyObject *entry, PyObject **local)
{
    int steps, recorded = NOT_RECORDED;
    *local = local_of(trace, frame, entry, &steps);
    if (*local != NULL && (!trace->hides_lines || hide_lines(frame) == 0))
        recorded = trace->resuming == Py_None
            ? append_call(trace, frame, entry, *local, steps) : call_waits(trace, frame, entry, *local);
    if (recorded != RECORDED)
        Py_CLEAR(*local);
    return recorded;
}

/* The call is recorded in Python, and its arguments here: Python cannot read them on every version. */
static PyObject *entered_in_python(Trace *trace, PyObject *const *given)
{
    PyObject *local = in_python(trace->python, given);
    if (local == NULL || trace->values == NULL || Py_TYPE(local) != local_type)
        return local;
    if (append_waiting(trace, given[0]) < 0 || (is_due(trace) && !flush_now(trace)))
        Py_CLEAR(local);
    return local;
}

PyObject *trace_call(PyObject *self, PyObject *const *given, size_t flags, PyObject *names)
{
    Trace *trace = (Trace *)self;
    PyObject *entry, *head, *local = NULL;
    int recorded = NOT_RECORDED;
    if ((flags & WITHOUT_COUNT) != 3 || names != NULL) {
        PyErr_SetString(PyExc_TypeError, "a trace function takes a frame, an event and its argument");
        return NULL;
    }
    entry = is_frame(given[0]) ? head_of(trace, given[0]) : NULL;
    if (entry == NULL || trace->python == NULL)
        return entered_in_python(trace, given);
    head = PyTuple_GetItem(entry, HEAD);
    if (head == Py_None)
        return nothing();
    if (head != Py_False) {
        Py_INCREF(entry);  /* a garbage collection may come, and run anything */
        recorded = entered(trace, given[0], entry, &local);
        Py_DECREF(entry);
    }
    if (recorded == NOT_RECORDED)
        return entered_in_python(trace, given);
    if (local != NULL && trace->is_late && !flush_now(trace))
        Py_CLEAR(local);
    return local;
}

int load_recorder(void)
{
    name_f_lasti = PyUnicode_InternFromString("f_lasti");
    name_args = PyUnicode_InternFromString("args");
    name_co_firstlineno = PyUnicode_InternFromString("co_firstlineno");
    return name_f_lasti == NULL || name_args == NULL || name_co_firstlineno == NULL ? -1 : 0;
}
