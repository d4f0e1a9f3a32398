/*
 * The values beside the events of one thread: arguments, local variables that have changed, what is returned.
 * As engines/value_events.py and values/changes.py have it, for functions; the frames of all else are Python's.
 */
#include "native.h"

enum {MOST = 100};  /* variables of a function; Python has those that have more */
enum {NAMED = 3, NAME = 0, KEY, HIDDEN};  /* a variable as describe() has it */
enum {VARIABLES, ARGUMENTS, HIDES_RETURNED, IS_GENERATOR, FIRST_FAST_LOCAL};  /* a code object as describe() has it */
enum {OWN_USERS = 2};  /* references to a dict that the frame has, and we */

extern PyObject *running_frame(void) __asm__("PyEval_GetFrame");

static char no_value;
#define NO_VALUE ((PyObject *)&no_value)  /* the variable is known to be unset */

static PyTypeObject *values_type, *frame_values_type;
static PyObject *name_f_locals, *locals_function;
static unsigned long serials;  /* of the latest Values */

typedef struct {
    PyObject_HEAD
    Texts texts;
    PyObject *codes;       /* IdTable: id of a code object -> what describe() returned */
    PyObject *describe;
    PyObject *unreadable;  /* called with a frame, the variables of which are not read from here on */
    PyObject *frames;      /* IdTable: id of a frame that has not ended -> its FrameValues; of all threads */
    PyObject *unfinished;  /* list that is not empty while values of the last call are to come */
    Text out;
    unsigned long serial;  /* another one for each thread, also where it gets the memory of one that has ended */
    char args, locals, returned;
    char reads_snapshot;   /* `f_locals` has effects; see engines/reading.py */
} Values;

/*
 * A variable as it was written last: its value, where it cannot change, and its text, null where there is none, with the
 * number that append_value() gave it.
 */
typedef struct {
    PyObject *kept;
    char *text;
    size_t length;
    unsigned long number;
} Seen;

typedef struct {
    PyObject_HEAD
    unsigned long owner;  /* serial of the thread that the texts were written for */
    PyObject *code;       /* what describe() returned */
    PyObject *snapshot;   /* the dict in which CPython shows the variables, where reads_snapshot */
    Py_ssize_t length;
    Seen *seen;
    char readable, args_wait;
} FrameValues;

static void drop(Seen *seen)
{
    if (seen->kept != NO_VALUE)
        Py_DecRef(seen->kept);
    PyMem_Free(seen->text);
    memset(seen, 0, sizeof *seen);
}

static void drop_all(FrameValues *known)
{
    Py_ssize_t index;
    for (index = 0; index < known->length; index++)
        drop(&known->seen[index]);
}

/* What describe() says of a frame's code; a reference of the caller's. */
static PyObject *described(const Values *values, PyObject *frame)
{
    PyObject *code = code_of(frame), *entry;
    if (code == NULL)
        return NULL;
    entry = entry_of(values->codes, code);
    Py_IncRef(entry);
    if (entry == NULL)
        entry = PyObject_CallFunctionObjArgs(values->describe, code, NULL);
    Py_DecRef(code);
    return entry;
}

/* PyMem_Calloc() is not in the limited API of all headers. */
static Seen *no_seen(size_t length)
{
    Seen *seen = PyMem_Malloc(length * sizeof *seen);
    return seen == NULL ? NULL : memset(seen, 0, length * sizeof *seen);
}

/* code: what describe() returned. A reference of the caller's. */
static FrameValues *new_frame_values(const Values *values, PyObject *frame, PyObject *code)
{
    FrameValues *known = (FrameValues *)PyType_GenericAlloc(frame_values_type, 0);
    if (known == NULL)
        return NULL;
    Py_IncRef(known->code = code);
    known->length = PyTuple_Size(PyTuple_GetItem(known->code, VARIABLES)) / NAMED;
    known->seen = no_seen((size_t)known->length + 1);
    known->readable = 1;
    known->owner = values->serial;
    if (known->seen == NULL || set_entry(values->frames, frame, (PyObject *)known) < 0) {
        Py_XDECREF(known);
        return NULL;
    }
    return known;
}

/* A reference of the caller's; null where there is none. */
static FrameValues *values_of(const Values *values, PyObject *frame)
{
    PyObject *known = entry_of(values->frames, frame);
    Py_IncRef(known);
    return (FrameValues *)known;
}

static int forget(const Values *values, PyObject *frame)
{
    return set_entry(values->frames, frame, NULL);
}

int forget_frame(PyObject *self, PyObject *frame)
{
    const Values *values = (Values *)self;
    const FrameValues *known = (FrameValues *)entry_of(values->frames, frame);
    int ends = known != NULL && PyTuple_GetItem(known->code, IS_GENERATOR) == Py_False;
    return ends ? forget(values, frame) : 0;
}

/* The variables of a frame are not read from here on. */
static int give_up(const Values *values, PyObject *frame, FrameValues *known)
{
    PyObject *done;
    known->readable = 0;
    Py_CLEAR(known->snapshot);
    done = PyObject_CallFunctionObjArgs(values->unreadable, frame, NULL);
    Py_DecRef(done);
    return done == NULL ? -1 : 0;
}

/* Whether the program has the frame's dict, too, or has put something there. */
static int has_other_users(PyObject *snapshot)
{
    return PyDict_Size(snapshot) != 0 || snapshot->ob_refcnt != OWN_USERS;
}

static int has_fast_locals(PyObject *code)
{
    return PyTuple_GetItem(code, FIRST_FAST_LOCAL) != Py_None;
}

/*
 * What holds the variables of a frame: the frame itself, a dict, or a list of (name, value) in the order of the names. A
 * reference of the caller's; None where they are not to be read now. code: what describe() returned.
 */
static PyObject *holder_of(const Values *values, PyObject *frame, PyObject *code, FrameValues *known)
{
    PyObject *shown, *items;
    if (has_fast_locals(code)) {
        Py_IncRef(frame);
        return frame;
    }
    if (!values->reads_snapshot) {
        shown = PyObject_GetAttr(frame, name_f_locals);
        if (shown == NULL || PyDict_Check(shown))
            return shown;
        items = PyObject_CallMethod(shown, "items", NULL);
        Py_DecRef(shown);
        return items;
    }
    if (known->snapshot != NULL && has_other_users(known->snapshot) && give_up(values, frame, known) < 0)
        return NULL;
    if (!known->readable || running_frame() != frame)
        return nothing();
    shown = PyObject_CallObject(locals_function, NULL);
    if (shown != NULL && known->snapshot == NULL)
        Py_IncRef(known->snapshot = shown);
    return shown;
}

static void let_holder_go(const Values *values, PyObject *holder)
{
    if (values->reads_snapshot && PyDict_Check(holder))
        PyDict_Clear(holder);
    Py_DecRef(holder);
}

/* The values of the named variables, null where one is unset: references of the caller's. */
static void take_from_dict(PyObject *dict, PyObject *named, Py_ssize_t length, PyObject **found)
{
    Py_ssize_t index;
    for (index = 0; index < length; index++) {
        found[index] = PyDict_GetItemWithError(dict, PyTuple_GetItem(named, NAMED * index + NAME));
        Py_IncRef(found[index]);
    }
}

static void take_from_items(PyObject *items, PyObject *named, Py_ssize_t length, PyObject **found)
{
    Py_ssize_t position, next = 0, index;
    for (position = 0; position < PyList_Size(items); position++) {
        PyObject *item = PyList_GetItem(items, position);
        for (index = next; index < length; index++)
            if (PyTuple_GetItem(named, NAMED * index + NAME) == PyTuple_GetItem(item, 0))
                break;
        if (index < length) {
            Py_IncRef(found[index] = PyTuple_GetItem(item, 1));
            next = index + 1;
        }
    }
}

/* kind: VARIABLES or ARGUMENTS, which are the first ones of a frame. */
static void take_fast_locals(PyObject *frame, PyObject *code, int kind, Py_ssize_t length, PyObject **found)
{
    Py_ssize_t first = kind == ARGUMENTS ? 0 : PyLong_AsSsize_t(PyTuple_GetItem(code, FIRST_FAST_LOCAL)), index;
    for (index = 0; index < length; index++)
        Py_IncRef(found[index] = fast_local(frame, first + index));
}

static Py_ssize_t take(PyObject *holder, PyObject *code, int kind, PyObject **found)
{
    PyObject *named = PyTuple_GetItem(code, kind);
    Py_ssize_t length = PyTuple_Size(named) / NAMED;
    memset(found, 0, sizeof *found * (size_t)length);
    if (Py_TYPE(holder) == &frame_type)
        take_fast_locals(holder, code, kind, length, found);
    else if (PyDict_Check(holder))
        take_from_dict(holder, named, length, found);
    else
        take_from_items(holder, named, length, found);
    return length;
}

static void let_go(PyObject **found, Py_ssize_t length)
{
    while (length-- > 0)
        Py_DecRef(found[length]);
}

/* Put the key of a variable, as JSON, in front of what was appended from `start` on. */
static void insert_key(Text *out, size_t start, PyObject *named, Py_ssize_t index)
{
    Py_ssize_t length;
    const char *key = utf8_of(PyTuple_GetItem(named, NAMED * index + KEY), &length);
    if (key == NULL)
        out->failed = 1;
    else
        insert(out, start, key, (size_t)length);
}

/* number: as of append_value(). */
static int append_text(Values *values, PyObject *hidden, PyObject *value, unsigned long *number)
{
    int done = 0;
    append(&values->out, "\"", 1);
    if (hidden == Py_True)
        append_plain(&values->out, "<redacted>");
    else
        done = append_value(&values->texts, &values->out, value, number);
    append(&values->out, "\"", 1);
    return done;
}

/* The piece that `out` holds. */
static PyObject *finished(Values *values, const char *end)
{
    Text *out = &values->out;
    append_plain(out, end);
    if (out->failed) {
        out->failed = 0;
        return PyErr_NoMemory();
    }
    return PyUnicode_FromStringAndSize(out->bytes, (Py_ssize_t)out->length);
}

/* Whether the text is another one than before; -1 with an error set. number: of the text. */
static int keep(Seen *seen, PyObject *value, const char *text, size_t length, unsigned long number)
{
    seen->number = number;
    if (seen->kept != NO_VALUE)
        Py_DecRef(seen->kept);
    seen->kept = NULL;
    if (is_constant(value, SHORT))
        Py_IncRef(seen->kept = value);
    if (seen->text != NULL && seen->length == length && memcmp(seen->text, text, length) == 0)
        return 0;
    PyMem_Free(seen->text);
    seen->text = PyMem_Malloc(length);
    if (seen->text == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(seen->text, text, length);
    seen->length = length;
    return 1;
}

/*
 * The variable that an argument is, so that the first line writes it only where it has changed; null where it is not
 * shown. The names of both are in the order of the code's; `variable` is the first one that it can be, and becomes the next.
 */
static Seen *seen_argument(FrameValues *known, Py_ssize_t *variable, PyObject *name)
{
    PyObject *named = PyTuple_GetItem(known->code, VARIABLES);
    Py_ssize_t index = *variable;
    while (index < known->length && PyTuple_GetItem(named, NAMED * index + NAME) != name)
        index++;
    if (index == known->length)
        return NULL;
    *variable = index + 1;
    return &known->seen[index];
}

/* known: null where lines have no variables. */
static int append_arguments(Values *values, FrameValues *known, PyObject *named, PyObject **found, Py_ssize_t length)
{
    Text *out = &values->out;
    Py_ssize_t index, shown = 0, variable = 0;
    for (index = 0; index < length; index++) {
        unsigned long number = 0;
        size_t text;
        Seen *seen;
        if (found[index] == NULL)
            continue;
        if (shown++ > 0)
            append(out, ",", 1);
        insert_key(out, out->length, named, index);
        text = out->length;
        if (append_text(values, PyTuple_GetItem(named, NAMED * index + HIDDEN), found[index], &number) < 0)
            return -1;
        seen = known == NULL ? NULL : seen_argument(known, &variable, PyTuple_GetItem(named, NAMED * index + NAME));
        if (seen != NULL && !out->failed
                && keep(seen, found[index], out->bytes + text, out->length - text, number) < 0)
            return -1;
    }
    return 0;
}

static PyObject *args_piece(Values *values, FrameValues *known, PyObject *holder, PyObject *code)
{
    PyObject *found[MOST], *named = PyTuple_GetItem(code, ARGUMENTS), *piece = NULL;
    Py_ssize_t length = take(holder, code, ARGUMENTS, found);
    values->out.length = 0;
    append_plain(&values->out, "[\"args\",{");
    if (append_arguments(values, values->locals ? known : NULL, named, found, length) == 0)
        piece = finished(values, "}]");
    if (piece == NULL && known != NULL)
        drop_all(known);
    let_go(found, length);
    return piece;
}

static PyObject *args_of(Values *values, PyObject *frame, FrameValues *known, PyObject *code)
{
    PyObject *holder = holder_of(values, frame, code, known), *piece = holder;
    if (holder != NULL && holder != Py_None)
        piece = args_piece(values, known, holder, code);
    if (piece != holder)
        let_holder_go(values, holder);
    return piece;
}

PyObject *args_of_call(PyObject *self, PyObject *frame)
{
    Values *values = (Values *)self;
    FrameValues *known = NULL;
    PyObject *code, *piece = NULL;
    if (forget(values, frame) < 0 || (code = described(values, frame)) == NULL)
        return NULL;
    if (values->locals || (values->reads_snapshot && !has_fast_locals(code)))
        known = new_frame_values(values, frame, code);
    if (known != NULL || !PyErr_Occurred())
        piece = values->args ? args_of(values, frame, known, code) : nothing();
    Py_XDECREF(known);
    Py_DecRef(code);
    return piece;
}

PyObject *args_that_wait(PyObject *self, PyObject *frame)
{
    Values *values = (Values *)self;
    FrameValues *known;
    PyObject *piece;
    if (PyList_Size(values->unfinished) == 0)
        return nothing();
    known = values_of(values, frame);
    if (known == NULL || !known->args_wait
            || (values->reads_snapshot && !has_fast_locals(known->code) && running_frame() != frame)) {
        Py_XDECREF(known);
        return nothing();
    }
    known->args_wait = 0;
    piece = args_of(values, frame, known, known->code);
    Py_XDECREF(known);
    PyList_SetSlice(values->unfinished, 0, PyList_Size(values->unfinished), NULL);
    return piece;
}

/* Note that a variable is unset; whether it was shown. */
static int unset(Seen *seen)
{
    int changed = seen->text != NULL;
    drop(seen);
    seen->kept = NO_VALUE;
    return changed;
}

/* Append the text of a variable; whether it is another one than before, or -1 with an error set. */
static int append_if_changed(Values *values, Seen *seen, PyObject *hidden, PyObject *value)
{
    Text *out = &values->out;
    size_t start = out->length;
    unsigned long number = seen->number;
    if (append_text(values, hidden, value, &number) < 0)
        return -1;
    if (out->failed || (number != 0 && number == seen->number))
        return 0;
    return keep(seen, value, out->bytes + start, out->length - start, number);
}

/* Append a variable where it is new or changed. 0, or -1 with an error set. */
static int append_changed(Values *values, Seen *seen, PyObject *named, Py_ssize_t index, PyObject *value)
{
    Text *out = &values->out;
    size_t start = out->length;
    int changed;
    if (value == NULL ? seen->kept == NO_VALUE : value == seen->kept)
        return 0;
    if (value == NULL) {
        changed = unset(seen);
        append_plain(out, "null");
    } else {
        changed = append_if_changed(values, seen, PyTuple_GetItem(named, NAMED * index + HIDDEN), value);
    }
    if (changed > 0) {
        append(out, ",", 1);
        insert_key(out, start, named, index);
    } else {
        out->length = start;
    }
    return changed < 0 ? -1 : 0;
}

static PyObject *locals_piece(Values *values, FrameValues *known, PyObject *holder)
{
    PyObject *found[MOST], *named = PyTuple_GetItem(known->code, VARIABLES);
    Py_ssize_t length = take(holder, known->code, VARIABLES, found), index;
    size_t start;
    int done = 0;
    values->out.length = 0;
    append_plain(&values->out, "[\"locals\",{");
    start = values->out.length;
    for (index = 0; index < length && done == 0; index++)
        done = append_changed(values, &known->seen[index], named, index, found[index]);
    let_go(found, length);
    if (done < 0)
        return NULL;
    if (values->out.length == start && !values->out.failed)
        return nothing();
    values->out.length--;  /* the last comma */
    return finished(values, "}]");
}

/* What is known of a frame that runs; a reference of the caller's. */
static FrameValues *known_values(Values *values, PyObject *frame)
{
    FrameValues *known = values_of(values, frame);
    if (known == NULL) {
        PyObject *code = described(values, frame);
        known = code == NULL ? NULL : new_frame_values(values, frame, code);
        if (known != NULL && values->reads_snapshot && !has_fast_locals(code) && give_up(values, frame, known) < 0)
            Py_CLEAR(known);
        Py_DecRef(code);
    }
    if (known != NULL && known->owner != values->serial) {
        drop_all(known);
        known->owner = values->serial;
    }
    return known;
}

PyObject *changed_locals(PyObject *self, PyObject *frame)
{
    Values *values = (Values *)self;
    FrameValues *known;
    PyObject *holder, *piece;
    if (!values->locals)
        return nothing();
    known = known_values(values, frame);
    if (known == NULL)
        return NULL;
    holder = known->readable ? holder_of(values, frame, known->code, known) : nothing();
    if (holder == NULL || holder == Py_None) {
        piece = holder;
    } else {
        piece = locals_piece(values, known, holder);
        let_holder_go(values, holder);
    }
    Py_XDECREF(known);
    return piece;
}

PyObject *returned_value(PyObject *self, PyObject *frame, PyObject *value)
{
    Values *values = (Values *)self;
    PyObject *code;
    unsigned long number = 0;
    int done;
    if (!values->returned)
        return nothing();
    code = described(values, frame);
    if (code == NULL)
        return NULL;
    values->out.length = 0;
    append_plain(&values->out, "[\"value\",");
    done = append_text(values, PyTuple_GetItem(code, HIDES_RETURNED), value, &number);
    Py_DecRef(code);
    return done < 0 ? NULL : finished(values, "]");
}

/* begin(frame): a call that Python has recorded; its arguments wait for args_that_wait(). */
static PyObject *values_begin(PyObject *self, PyObject *frame)
{
    Values *values = (Values *)self;
    FrameValues *known = NULL;
    PyObject *code;
    if (forget(values, frame) < 0 || (code = described(values, frame)) == NULL)
        return NULL;
    if (values->args || values->reads_snapshot)
        known = new_frame_values(values, frame, code);
    if (known != NULL)
        known->args_wait = values->args;
    Py_XDECREF(known);
    Py_DecRef(code);
    return PyErr_Occurred() ? NULL : nothing();
}

/* forget(frame): another one is there. */
static PyObject *values_forget(PyObject *self, PyObject *frame)
{
    return forget((Values *)self, frame) < 0 ? NULL : nothing();
}

/* json_of(name, value): of a variable of a frame that Python records. */
static PyObject *values_json_of(PyObject *self, PyObject *given)
{
    Values *values = (Values *)self;
    PyObject *name, *value;
    unsigned long number = 0;
    int hidden;
    if (!PyArg_ParseTuple(given, "UO", &name, &value) || (hidden = hides(&values->texts, name)) < 0)
        return NULL;
    values->out.length = 0;
    return append_text(values, hidden ? Py_True : Py_False, value, &number) < 0 ? NULL : finished(values, "");
}

/* The attributes of the argument of Values(), and where each is kept. */
static const struct {
    const char *name;
    size_t offset;
} taken[] = {
    {"leaves", offsetof(Values, texts.leaves)},
    {"hidden", offsetof(Values, texts.hidden)},
    {"hides", offsetof(Values, texts.hides)},
    {"labels", offsetof(Values, texts.labels)},
    {"outline", offsetof(Values, texts.outline)},
    {"have_numbered", offsetof(Values, texts.have_numbered)},
    {"text", offsetof(Values, texts.text)},
    {"part", offsetof(Values, texts.part)},
    {"fault_text", offsetof(Values, texts.fault_text)},
    {"no_name", offsetof(Values, texts.no_name)},
    {"codes", offsetof(Values, codes)},
    {"describe", offsetof(Values, describe)},
    {"unreadable", offsetof(Values, unreadable)},
    {"frames", offsetof(Values, frames)},
    {"unfinished", offsetof(Values, unfinished)}};

enum {TAKEN = sizeof taken / sizeof taken[0]};

static PyObject **place_of(PyObject *self, size_t index)
{
    return (PyObject **)((char *)self + taken[index].offset);
}

static PyObject *values_new(PyTypeObject *type, PyObject *given, PyObject *names)
{
    PyObject *source;
    Values *values;
    size_t index;
    int args, locals, returned, reads_snapshot;
    (void)names;
    if (!PyArg_ParseTuple(given, "Opppp", &source, &args, &locals, &returned, &reads_snapshot))
        return NULL;
    values = (Values *)PyType_GenericAlloc(type, 0);
    for (index = 0; values != NULL && index < TAKEN; index++) {
        *place_of((PyObject *)values, index) = PyObject_GetAttrString(source, taken[index].name);
        if (*place_of((PyObject *)values, index) == NULL)
            Py_CLEAR(values);
    }
    if (values != NULL && (!is_id_table(values->codes) || !is_id_table(values->frames))) {
        PyErr_SetString(PyExc_TypeError, "codes and frames are tables of ids");
        Py_CLEAR(values);
    }
    if (values == NULL)
        return NULL;
    values->serial = ++serials;
    values->args = (char)args;
    values->locals = (char)locals;
    values->returned = (char)returned;
    values->reads_snapshot = (char)reads_snapshot;
    return (PyObject *)values;
}

static int values_traverse(PyObject *self, visitproc visit, void *arg)
{
    size_t index;
    Py_VISIT(Py_TYPE(self));
    for (index = 0; index < TAKEN; index++)
        Py_VISIT(*place_of(self, index));
    return 0;
}

static void values_dealloc(PyObject *self)
{
    size_t index;
    PyObject_GC_UnTrack(self);
    for (index = 0; index < TAKEN; index++)
        Py_CLEAR(*place_of(self, index));
    PyMem_Free(((Values *)self)->out.bytes);
    end_of(self);
}

static int frame_values_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((FrameValues *)self)->code);
    return 0;
}

static void frame_values_dealloc(PyObject *self)
{
    FrameValues *known = (FrameValues *)self;
    PyObject_GC_UnTrack(self);
    drop_all(known);
    PyMem_Free(known->seen);
    Py_CLEAR(known->code);
    Py_CLEAR(known->snapshot);
    end_of(self);
}

static PyMethodDef values_methods[] = {
    {"begin", values_begin, METH_O, NULL},
    {"forget", values_forget, METH_O, NULL},
    {"json_of", values_json_of, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};

static PyType_Slot values_slots[] = {
    {Py_tp_new, values_new}, {Py_tp_methods, values_methods}, {Py_tp_traverse, values_traverse},
    {Py_tp_dealloc, values_dealloc}, {0, NULL}};

static PyType_Slot frame_values_slots[] = {
    {Py_tp_traverse, frame_values_traverse}, {Py_tp_dealloc, frame_values_dealloc}, {0, NULL}};

int load_variables(PyObject *module)
{
    PyObject *builtins = PyEval_GetBuiltins();
    name_f_locals = PyUnicode_InternFromString("f_locals");
    locals_function = PyDict_GetItemString(builtins, "locals");
    Py_IncRef(locals_function);
    values_type = add_type(module, "leadline.Values", sizeof(Values), values_slots, 0);
    frame_values_type = add_type(module, "leadline.FrameValues", sizeof(FrameValues), frame_values_slots, 0);
    return values_type == NULL || frame_values_type == NULL || locals_function == NULL ? -1 : 0;
}
