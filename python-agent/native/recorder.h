/* What the trace functions and what CPython calls them by share. */
#include "native.h"

typedef PyObject *(*vectorcall)(PyObject *, PyObject *const *, size_t, PyObject *);

/* The numbers of events, as CPython passes them to a trace function in C. */
enum {CALL, EXCEPTION, LINE, RETURN, OPCODE = 7};

/* The trace function of a thread. */
typedef struct {
    PyObject_HEAD
    vectorcall call;
    PyObject *pieces;  /* list of str: JSON that is not written yet */
    PyObject *heads;   /* IdTable: id of a code object -> (head of its call, None or False; its children; ...) */
    PyObject *lines;   /* lists: the JSON of a line, of a return, of a time, by its number; a return, a call, and a line
                        * where lines have times, is followed by a time */
    PyObject *returns;
    PyObject *times;
    PyObject *last;    /* cell: time of the last event that has one */
    PyObject *flush;   /* called with nothing where there are more pieces than the limit */
    PyObject *keep_up; /* the same after a long time: writes what all threads have, if that is due */
    PyObject *python;  /* the trace function in Python */
    PyObject *places;  /* dict: local trace function -> (depth, level of a frame right above) */
    PyObject *activations; /* IdTable: id of a generator's frame -> (its number, the stack that it ran on last), of all
                            * threads */
    PyObject *begun;       /* IdTable: the same of those that began here */
    PyObject *here;    /* stands for this stack in them */
    PyObject *numbers; /* iterator: the next such number */
    PyObject *running; /* IdTable: of the generators' frames on the stack, the places of which are right */
    PyObject *raised;  /* list: id of the frame of the last exception, the place behind it counted from the first piece */
    PyObject *gone;    /* list: how many pieces are written */
    PyObject *resuming; /* where a call waits for an exception before it is recorded: IdTable, id of a generator's frame that
                         * goes on -> its line then; else None */
    PyObject *values;  /* null, or the thread's Values; with it these two: */
    PyObject *line_text; /* the text of a line that is not in the table, by its number or None */
    PyObject *is_noted;  /* whether an exception is a fault of the agent's */
    Py_ssize_t limit;
    PyObject *latest;  /* what C has put into `last`, or null, and its number */
    long long latest_ns;
    char exceptions;   /* they are recorded */
    char line_times;   /* lines have times */
    char timed, muted, hides_lines, unwinds, is_late;
} Trace;

/* The local trace function of frames. */
typedef struct {
    PyObject_HEAD
    vectorcall call;
    Trace *trace;
    PyObject *python;  /* the local trace function in Python */
    PyObject *stack, *place, *theirs;  /* attributes that depth.py and settrace_handover.py give it */
    PyObject *recorded; /* of a silent one: what stands in its place once the call is written */
    char structure;    /* lines are not recorded */
    char delegates;    /* the frame may go on with no call that says so; Python finds its place then */
    char silent;       /* only exceptions are looked at */
} Local;

extern PyTypeObject *local_type;

/* A trace function's call: given is (frame, event, arg). */
PyObject *trace_call(PyObject *self, PyObject *const *given, size_t flags, PyObject *names);
PyObject *local_call(PyObject *self, PyObject *const *given, size_t flags, PyObject *names);
