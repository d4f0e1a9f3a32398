/*
 * How CPython has the trace functions of recorder.c: as the tracer of a thread, which is what sys.settrace() makes of
 * a function in Python, and as objects that can be called, Trace and Local.
 */
#include "recorder.h"

/* What sys.settrace() is made of; under names of ours, since headers declare them or not. All versions export these. */
typedef int (*tracer)(PyObject *, PyObject *, int, PyObject *);
extern void set_trace(tracer, PyObject *) __asm__("PyEval_SetTrace");
extern int traceback_here(PyObject *) __asm__("PyTraceBack_Here");
extern int locals_from_frame(PyObject *) __asm__("PyFrame_FastToLocalsWithError");
extern void locals_to_frame(PyObject *, int) __asm__("PyFrame_LocalsToFast");

/* Set once, when the module is loaded. */
PyTypeObject *local_type;
static PyTypeObject *trace_type;
static PyObject *events[OPCODE + 1]; /* of events, by their numbers; null for those of profile functions */
static PyObject *sys_settrace;
static int copies_locals; /* for a trace function in Python, CPython copies variables to f_locals and back, up to 3.10 */

static PyObject *call_with_tuple(PyObject *self, PyObject *given, PyObject *names, vectorcall call)
{
    PyObject *arguments[3];
    Py_ssize_t number = PyTuple_Size(given), index;
    for (index = 0; index < number && index < 3; index++)
        arguments[index] = PyTuple_GetItem(given, index);
    return call(self, arguments, (size_t)number, names);
}

/* As CPython calls a trace function in Python: what it sets in f_locals is set, too. */
static PyObject *called(PyObject *function, PyObject *const *given)
{
    PyObject *result;
    if (copies_locals && locals_from_frame(given[0]) < 0)
        return NULL;
    result = PyObject_CallFunctionObjArgs(function, given[0], given[1], given[2], NULL);
    if (copies_locals)
        locals_to_frame(given[0], 1);
    return result;
}

/* A trace function has failed: the exception reaches the program, and nothing is traced any more. */
static void stop_tracing(PyObject *frame)
{
    PyObject *type, *value, *traceback;
    traceback_here(frame);
    PyErr_Fetch(&type, &value, &traceback);
    set_trace(NULL, NULL);
    if (set_f_trace(frame, Py_None) != 0)
        PyErr_Clear();
    PyErr_Restore(type, value, traceback);
}

/*
 * The trace function in C: does what sys.settrace() has CPython do, but that frames' variables are not copied to a dict
 * and back where a function of ours is called, nor arguments packed.
 */
static int traced(PyObject *self, PyObject *frame, int event, PyObject *arg)
{
    PyObject *given[3] = {frame, events[event], arg == NULL ? Py_None : arg}, *function, *result;
    if (event == CALL) {
        Py_INCREF(function = self);
        result = trace_call(self, given, 3, NULL);
    } else {
        function = get_f_trace(frame);
        if (function == Py_None) {
            Py_DecRef(function);
            return 0;
        }
        if (function == NULL)
            result = NULL;
        else if (Py_TYPE(function) == local_type)
            result = local_call(function, given, 3, NULL);
        else
            result = called(function, given);
    }
    if (result != NULL && result != Py_None && result != function
            && set_f_trace(frame, result) != 0) {
        Py_DecRef(result);
        result = NULL;
    }
    Py_DecRef(function);
    if (result == NULL) {
        stop_tracing(frame);
        return -1;
    }
    Py_DecRef(result);
    return 0;
}

/* Trace the thread that asks, as sys.settrace() does: that one tells audit hooks, which may raise. */
static PyObject *trace_listen(PyObject *self, PyObject *none)
{
    PyObject *done = PyObject_CallFunctionObjArgs(sys_settrace, self, NULL);
    (void)none;
    if (done != NULL)
        set_trace(traced, self);
    return done;
}

static PyObject *trace_tuple_call(PyObject *self, PyObject *given, PyObject *names)
{
    return call_with_tuple(self, given, names, trace_call);
}

static PyObject *local_tuple_call(PyObject *self, PyObject *given, PyObject *names)
{
    return call_with_tuple(self, given, names, local_call);
}

/* The objects of a Trace, by the names of the arguments that it is made with. */
static const struct {
    const char *name;
    size_t offset;
} fields[] = {
    {"pieces", offsetof(Trace, pieces)}, {"heads", offsetof(Trace, heads)}, {"lines", offsetof(Trace, lines)},
    {"returns", offsetof(Trace, returns)}, {"times", offsetof(Trace, times)}, {"last", offsetof(Trace, last)},
    {"flush", offsetof(Trace, flush)}, {"keep_up", offsetof(Trace, keep_up)}, {"python", offsetof(Trace, python)},
    {"places", offsetof(Trace, places)}, {"activations", offsetof(Trace, activations)}, {"begun", offsetof(Trace, begun)},
    {"here", offsetof(Trace, here)},
    {"numbers", offsetof(Trace, numbers)}, {"running", offsetof(Trace, running)}, {"raised", offsetof(Trace, raised)},
    {"gone", offsetof(Trace, gone)}, {"resuming", offsetof(Trace, resuming)}};
enum {FIELDS = sizeof(fields) / sizeof(fields[0])};

static PyObject **field_of(PyObject *trace, int index)
{
    return (PyObject **)((char *)trace + fields[index].offset);
}

/* The argument of that name; borrowed. */
static PyObject *argument(PyObject *names, const char *name)
{
    PyObject *value = names == NULL ? NULL : PyDict_GetItemString(names, name);
    if (value == NULL)
        PyErr_Format(PyExc_TypeError, "Trace() has no %s", name);
    return value;
}

static int set_flag(char *flag, PyObject *names, const char *name)
{
    PyObject *value = argument(names, name);
    int is_set = value == NULL ? -1 : PyObject_IsTrue(value);
    *flag = is_set > 0;
    return is_set < 0 ? -1 : 0;
}

/* Each argument has a name: those of `fields`, and exceptions, timed, line_times, hides_lines. */
static PyObject *trace_new(PyTypeObject *type, PyObject *given, PyObject *names)
{
    int index;
    PyObject *value;
    Trace *trace = (Trace *)PyType_GenericAlloc(type, 0);
    (void)given;
    if (trace == NULL)
        return NULL;
    trace->call = trace_call;
    for (index = 0; index < FIELDS; index++) {
        value = argument(names, fields[index].name);
        if (value == NULL)
            goto failed;
        Py_INCREF(value);
        *field_of((PyObject *)trace, index) = value;
    }
    if (!is_id_table(trace->heads) || !is_id_table(trace->activations) || !is_id_table(trace->begun)
            || !is_id_table(trace->running) || (trace->resuming != Py_None && !is_id_table(trace->resuming))
            || !PyList_Check(trace->raised) || !PyList_Check(trace->gone)) {
        PyErr_SetString(PyExc_TypeError, "an argument of Trace() is of another class");
        goto failed;
    }
    if (set_flag(&trace->exceptions, names, "exceptions") == 0 && set_flag(&trace->timed, names, "timed") == 0
            && set_flag(&trace->line_times, names, "line_times") == 0
            && set_flag(&trace->hides_lines, names, "hides_lines") == 0)
        return (PyObject *)trace;
failed:
    Py_DECREF(trace);
    return NULL;
}

static int trace_traverse(PyObject *self, visitproc visit, void *arg)
{
    Trace *trace = (Trace *)self;
    int index;
    Py_VISIT(Py_TYPE(self));
    for (index = 0; index < FIELDS; index++)
        Py_VISIT(*field_of(self, index));
    Py_VISIT(trace->values);
    Py_VISIT(trace->line_text);
    Py_VISIT(trace->is_noted);
    return 0;
}

static int trace_clear(PyObject *self)
{
    Trace *trace = (Trace *)self;
    Py_CLEAR(trace->flush);
    Py_CLEAR(trace->keep_up);
    Py_CLEAR(trace->python);
    Py_CLEAR(trace->line_text);
    Py_CLEAR(trace->is_noted);
    return 0;
}

static void trace_dealloc(PyObject *self)
{
    Trace *trace = (Trace *)self;
    int index;
    PyObject_GC_UnTrack(self);
    trace_clear(self);
    for (index = 0; index < FIELDS; index++)
        Py_CLEAR(*field_of(self, index));
    Py_CLEAR(trace->values);
    Py_CLEAR(trace->latest);
    end_of(self);
}

static PyObject *new_local(
    PyTypeObject *type, PyObject *trace, PyObject *python, int structure, int delegates, int silent)
{
    Local *local = (Local *)PyType_GenericAlloc(type, 0);
    if (local == NULL)
        return NULL;
    Py_INCREF(trace);
    Py_INCREF(python);
    local->call = local_call;
    local->trace = (Trace *)trace;
    local->python = python;
    local->structure = (char)structure;
    local->delegates = (char)delegates;
    local->silent = (char)silent;
    return (PyObject *)local;
}

static PyObject *local_new(PyTypeObject *type, PyObject *given, PyObject *names)
{
    static char *keywords[] = {"trace", "python", "structure", "delegates", "silent", NULL};
    PyObject *trace, *python;
    int structure, delegates, silent;
    if (!PyArg_ParseTupleAndKeywords(
            given, names, "O!Oppp", keywords, trace_type, &trace, &python, &structure, &delegates, &silent))
        return NULL;
    return new_local(type, trace, python, structure, delegates, silent);
}

/* A function of its own with the same effect, for a frame that needs other attributes. */
static PyObject *local_copy(PyObject *self, PyObject *none)
{
    Local *local = (Local *)self, *copy;
    (void)none;
    copy = (Local *)new_local(
        local_type, (PyObject *)local->trace, local->python, local->structure, local->delegates, local->silent);
    if (copy != NULL) {
        Py_XINCREF(local->stack);
        copy->stack = local->stack;
    }
    return (PyObject *)copy;
}

static int local_traverse(PyObject *self, visitproc visit, void *arg)
{
    Local *local = (Local *)self;
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(local->trace);
    Py_VISIT(local->python);
    Py_VISIT(local->stack);
    Py_VISIT(local->place);
    Py_VISIT(local->theirs);
    Py_VISIT(local->recorded);
    return 0;
}

static int local_clear(PyObject *self)
{
    Local *local = (Local *)self;
    Py_CLEAR(local->python);
    Py_CLEAR(local->stack);
    Py_CLEAR(local->place);
    Py_CLEAR(local->theirs);
    Py_CLEAR(local->recorded);
    return 0;
}

static void local_dealloc(PyObject *self)
{
    PyObject_GC_UnTrack(self);
    local_clear(self);
    Py_CLEAR(((Local *)self)->trace);
    end_of(self);
}

static PyMemberDef trace_members[] = {
    {"limit", T_PYSSIZET, offsetof(Trace, limit), 0, NULL},
    {"muted", T_BOOL, offsetof(Trace, muted), 0, NULL},
    {"unwinds", T_BOOL, offsetof(Trace, unwinds), 0, NULL},
    {"values", T_OBJECT, offsetof(Trace, values), 0, NULL},
    {"line_text", T_OBJECT, offsetof(Trace, line_text), 0, NULL},
    {"is_noted", T_OBJECT, offsetof(Trace, is_noted), 0, NULL},
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(Trace, call), READONLY, NULL},
    {NULL, 0, 0, 0, NULL}};

static PyMemberDef local_members[] = {
    {"python", T_OBJECT, offsetof(Local, python), READONLY, NULL},
    {"structure", T_BOOL, offsetof(Local, structure), READONLY, NULL},
    {"stack", T_OBJECT, offsetof(Local, stack), 0, NULL},
    {"place", T_OBJECT, offsetof(Local, place), 0, NULL},
    {"theirs", T_OBJECT, offsetof(Local, theirs), 0, NULL},
    {"recorded", T_OBJECT, offsetof(Local, recorded), 0, NULL},
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(Local, call), READONLY, NULL},
    {NULL, 0, 0, 0, NULL}};

static PyMethodDef trace_methods[] = {
    {"listen", trace_listen, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL}};

static PyMethodDef local_methods[] = {
    {"copy", local_copy, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL}};

static PyType_Slot trace_slots[] = {
    {Py_tp_new, trace_new}, {Py_tp_call, trace_tuple_call}, {Py_tp_members, trace_members},
    {Py_tp_methods, trace_methods},
    {Py_tp_traverse, trace_traverse}, {Py_tp_clear, trace_clear}, {Py_tp_dealloc, trace_dealloc}, {0, NULL}};

static PyType_Slot local_slots[] = {
    {Py_tp_new, local_new}, {Py_tp_call, local_tuple_call}, {Py_tp_members, local_members},
    {Py_tp_methods, local_methods},
    {Py_tp_traverse, local_traverse}, {Py_tp_clear, local_clear}, {Py_tp_dealloc, local_dealloc}, {0, NULL}};

int load_tracing(PyObject *module)
{
    long version = PyLong_AsLong(PySys_GetObject("hexversion"));
    int vectorcalls = version >= 0x03090000;
    copies_locals = version < 0x030b0000;
    events[CALL] = PyUnicode_InternFromString("call");
    events[EXCEPTION] = PyUnicode_InternFromString("exception");
    events[LINE] = PyUnicode_InternFromString("line");
    events[RETURN] = PyUnicode_InternFromString("return");
    events[OPCODE] = PyUnicode_InternFromString("opcode");
    sys_settrace = PySys_GetObject("settrace");
    Py_XINCREF(sys_settrace);
    trace_type = add_type(module, "leadline.Trace", sizeof(Trace), trace_slots, vectorcalls);
    local_type = add_type(module, "leadline.Local", sizeof(Local), local_slots, vectorcalls);
    return trace_type == NULL || local_type == NULL || events[OPCODE] == NULL || sys_settrace == NULL ? -1 : 0;
}
