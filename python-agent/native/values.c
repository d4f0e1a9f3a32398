/*
 * The text of one value, as values/writer.py writes it, for the classes that most values are of; all others are
 * written in Python. No code of the program runs: exact builtin types are read by their own functions, instances
 * by the dict that CPython made for them.
 */
#include "values.h"
#include <stdio.h>

enum {EVERY = 5, LONGEST_NAME = 100};  /* as in values/ */
enum {BEFORE, BEHIND, IF_EMPTY};  /* what stands around a row, as in values/containers.py */

int hides(const Texts *texts, PyObject *name)
{
    PyObject *known = PyDict_GetItemWithError(texts->hidden, name);
    int hidden;
    if (known != NULL)
        return known == Py_True;
    if (PyErr_Occurred())
        return -1;
    known = PyObject_CallFunctionObjArgs(texts->hides, name, NULL);
    hidden = known == NULL ? -1 : known == Py_True;
    Py_DecRef(known);
    return hidden;
}

void tell_length(Writer *writer, Py_ssize_t shown, Py_ssize_t length, const char *between, const char *what)
{
    char told[64];
    if (shown == length)
        return;
    if (shown > 0)
        append_plain(writer->text, between);
    snprintf(told, sizeof told, "... (%zd %s)", length, what);
    took_plain(writer, told);
}

/* The next value of a row; what holds it keeps it. */
static int write_item(Writer *writer, PyObject *value, Py_ssize_t position, int depth)
{
    int done;
    if (position > 0)
        append(writer->text, ", ", 2);
    Py_IncRef(value);
    done = write_value(writer, value, depth + 1);
    Py_DecRef(value);
    return done;
}

/* Whether a row of two may be the name of a secret and its value: Python decides. -1 with an error set. */
static int may_be_secret(Writer *writer, PyObject *first)
{
    PyObject *name;
    int hidden;
    if (!PyUnicode_Check(first) || PyUnicode_GetLength(first) > LONGEST_NAME)
        return 0;
    name = PyUnicode_FromObject(first);  /* of a class of the program's, which may have a hash of its own: a copy */
    hidden = name == NULL ? -1 : hides(writer->texts, name);
    Py_DecRef(name);
    return hidden;
}

int write_row(Writer *writer, PyObject *value, int depth, int is_list)
{
    Py_ssize_t length = is_list ? PyList_Size(value) : PyTuple_Size(value), shown = 0;
    size_t step = steps_of(writer);
    if (length == 2 && depth < DEPTH
            && may_be_secret(writer, is_list ? PyList_GetItem(value, 0) : PyTuple_GetItem(value, 0)) != 0)
        return PyErr_Occurred() ? FAILED : OTHER;
    note_holder(writer, is_list ? LIST : TUPLE, value, length);
    append_plain(writer->text, is_list ? "[" : "(");
    while (depth < DEPTH && shown < WIDTH && writer->room > 0) {
        int done;
        if (shown >= (is_list ? PyList_Size(value) : length))
            break;
        done = write_item(
            writer, is_list ? PyList_GetItem(value, shown) : PyTuple_GetItem(value, shown), shown, depth);
        if (done != DONE)
            return done;
        shown++;
    }
    note_shown(writer, step, shown);
    tell_length(writer, shown, length, ", ", "items");
    append_plain(writer->text, is_list ? "]" : length == 1 ? ",)" : ")");
    return DONE;
}

/* 0, or -1 with an error set. */
static int append_around(Writer *writer, PyObject *around, Py_ssize_t index)
{
    return append_escaped(writer->text, PyTuple_GetItem(around, index)) < 0 ? -1 : 0;
}

static int write_items(Writer *writer, PyObject *items, int depth, Py_ssize_t *shown)
{
    PyObject *item;
    int done = DONE;
    while (done == DONE && *shown < WIDTH && writer->room > 0 && (item = PyIter_Next(items)) != NULL) {
        done = write_item(writer, item, (*shown)++, depth);
        Py_DecRef(item);
    }
    return done == DONE && PyErr_Occurred() ? FAILED : done;
}

int write_iterated(Writer *writer, PyObject *value, int depth, PyObject *around)
{
    Py_ssize_t length = PyObject_Size(value), shown = 0;
    size_t step = steps_of(writer);
    PyObject *items;
    int done = DONE;
    note_holder(writer, ROW, value, length);
    if (length == 0)
        return append_around(writer, around, IF_EMPTY) < 0 ? FAILED : DONE;
    if (append_around(writer, around, BEFORE) < 0)
        return FAILED;
    if (depth < DEPTH) {
        items = PyObject_GetIter(value);
        if (items == NULL)
            return FAILED;
        done = write_items(writer, items, depth, &shown);
        Py_DecRef(items);
    }
    note_shown(writer, step, shown);
    tell_length(writer, shown, length, ", ", "items");
    return append_around(writer, around, BEHIND) < 0 ? FAILED : done;
}

int write_named(Writer *writer, PyObject *name, PyObject *value, int depth)
{
    int hidden = hides(writer->texts, name);
    if (hidden != 0) {
        note(writer, REDACTED);
        append_plain(writer->text, "<redacted>");
        return hidden < 0 ? FAILED : DONE;
    }
    return write_value(writer, value, depth + 1);
}

/* A key and its value. Keys of these types are no names; whether others are is left to Python. */
static int write_pair(Writer *writer, PyObject *key, PyObject *value, int depth)
{
    PyTypeObject *type = Py_TYPE(key);
    int done = write_value(writer, key, depth + 1);
    if (done != DONE)
        return done;
    append(writer->text, ": ", 2);
    if (type == &PyUnicode_Type)
        return write_named(writer, key, value, depth);
    if (type == &PyLong_Type || type == &PyFloat_Type || type == &PyBool_Type || type == &PyTuple_Type || key == Py_None)
        return write_named(writer, writer->texts->no_name, value, depth);
    return OTHER;
}

int write_dict(Writer *writer, PyObject *value, int depth)
{
    Py_ssize_t length = PyDict_Size(value), shown = 0, position = 0;
    PyObject *key, *item;
    size_t step = steps_of(writer);
    note_holder(writer, PAIRS, value, length);
    append(writer->text, "{", 1);
    while (depth < DEPTH && shown < WIDTH && writer->room > 0 && PyDict_Next(value, &position, &key, &item)) {
        int done;
        if (shown++ > 0)
            append(writer->text, ", ", 2);
        Py_IncRef(key);
        Py_IncRef(item);
        done = write_pair(writer, key, item, depth);
        Py_DecRef(key);
        Py_DecRef(item);
        if (done != DONE)
            return done;
    }
    note_shown(writer, step, shown);
    tell_length(writer, shown, length, ", ", "items");
    append(writer->text, "}", 1);
    return DONE;
}

/* Whether the value may hold others, or Python is to write it: one of those has its text remembered. */
static int is_remembered(const Texts *texts, PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    const Outline *outline;
    if (type == &PyList_Type || type == &PyTuple_Type || type == &PyDict_Type)
        return 1;
    if (is_leaf(value))
        return 0;
    outline = outline_of(texts, type);
    if (outline == NULL)
        PyErr_Clear();
    return outline != NULL && outline->shows != SHOWS_LEAF && outline->shows != SHOWS_NAME;
}

static int write_holder(Writer *writer, PyObject *value, int depth)
{
    PyTypeObject *type = Py_TYPE(value);
    if (type == &PyList_Type || type == &PyTuple_Type)
        return write_row(writer, value, depth, type == &PyList_Type);
    return type == &PyDict_Type ? write_dict(writer, value, depth) : write_instance(writer, value, depth);
}

/* Have Python write a value that others hold. */
static int write_part(Writer *writer, PyObject *value, int depth)
{
    PyObject *holders = PyList_New(0), *key, *made = NULL;
    Py_ssize_t length = -1;
    int index;
    for (index = 0; holders != NULL && index < depth; index++) {
        key = PyLong_FromVoidPtr(writer->under_way[index]);
        if (key == NULL || PyList_Append(holders, key) < 0)
            Py_CLEAR(holders);
        Py_DecRef(key);
    }
    if (holders != NULL)
        made = PyObject_CallFunction(writer->texts->part, "OilO", value, depth, writer->room, holders);
    Py_DecRef(holders);
    if (made == NULL)
        return FAILED;
    length = append_escaped(writer->text, PyTuple_GetItem(made, 0));
    writer->room = PyLong_AsLong(PyTuple_GetItem(made, 1));
    Py_DecRef(made);
    return length < 0 ? FAILED : DONE;
}

int is_under_way(const Writer *writer, PyObject *value, int depth)
{
    while (depth-- > 0)
        if (writer->under_way[depth] == value)
            return 1;
    return 0;
}

/* A value that others hold is written again, in Python. */
static int write_again(Writer *writer, PyObject *value, int depth, size_t start, size_t steps, long room)
{
    int done;
    writer->text->length = start;
    writer->room = room;
    forget_steps(writer->content, steps);
    done = write_part(writer, value, depth);
    if (done == DONE)
        note_value(writer, value, start, room);
    return done;
}

/* A value that holds no others; OTHER where it may. */
static int write_any_leaf(Writer *writer, PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    const Outline *outline;
    int done = PyType_Check(value) ? write_class(writer, value) : write_leaf(writer, value);
    if (done != OTHER || type == &PyList_Type || type == &PyTuple_Type || type == &PyDict_Type)
        return done;
    outline = outline_of(writer->texts, type);
    if (outline == NULL)
        return FAILED;
    return outline->shows == SHOWS_LEAF ? write_made_leaf(writer, value, limit_of(writer)) : OTHER;
}

int write_value(Writer *writer, PyObject *value, int depth)
{
    long room = writer->room;
    size_t start = writer->text->length, steps = steps_of(writer);
    int done = write_any_leaf(writer, value);
    if (done != OTHER) {
        note_value(writer, value, start, room);
        return done;
    }
    if (is_under_way(writer, value, depth)) {
        note(writer, CYCLE);
        return took_plain(writer, "<cycle>");
    }
    note(writer, HOLDER);
    writer->under_way[depth] = value;
    writer->room -= EVERY;
    done = write_holder(writer, value, depth);
    return done == OTHER && depth > 0 ? write_again(writer, value, depth, start, steps, room) : done;
}

/* Append what a function in Python makes of one argument. 0, or -1 with an error set. */
static int append_from(PyObject *make, Text *text, PyObject *given)
{
    PyObject *made = PyObject_CallFunctionObjArgs(make, given, NULL);
    Py_ssize_t length = made == NULL ? -1 : append_escaped(text, made);
    Py_DecRef(made);
    return length < 0 ? -1 : 0;
}

/* Append what stands for a text that could not be made; the error stays where it is the program's. */
static int append_fault(const Texts *texts, Text *text)
{
    Raised raised;
    int done;
    if (PyErr_ExceptionMatches(PyExc_RecursionError))
        return -1;
    raised = take_raised();
    done = append_from(texts->fault_text, text, raised.fault);
    drop_raised(raised);
    return done;
}

/* Have Python write a value; 0, or -1 with an error set. What the text depends on is noted, as far as that is known. */
static int write_in_python(Writer *writer, PyObject *value)
{
    size_t start = writer->start;
    writer->text->length = start;
    forget_steps(writer->content, 0);
    if (append_from(writer->texts->text, writer->text, value) < 0)
        return -1;
    note_value(writer, value, start, LONGEST);
    if (writer->content != NULL && writer->content->length > 0 && writer->content->steps[0].kind == AGAIN)
        writer->content->failed = 1;
    return PyErr_Occurred() ? -1 : 0;
}

/* Write a value, and have it remembered. 0, or -1 with an error set. */
static int append_new(const Texts *texts, Text *text, PyObject *value, Memory *memory, unsigned long *number)
{
    size_t start = text->length;
    Writer writer = {texts, text, LONGEST, empty_content(memory), start, {NULL}};
    int done = write_value(&writer, value, 0);
    if (done == OTHER && write_in_python(&writer, value) < 0)
        return -1;
    if (done == FAILED) {
        text->length = start;
        return append_fault(texts, text);
    }
    if (!text->failed)
        *number = remember(memory, value, text->bytes + start, text->length - start);
    return 0;
}

int append_value(const Texts *texts, Text *text, PyObject *value, unsigned long *number)
{
    Memory *memory = is_remembered(texts, value) ? memory_of(texts, value) : NULL;
    size_t start = text->length;
    int done = append_remembered(texts, text, memory, value, number);
    if (done != DONE)
        *number = 0;
    if (done == FAILED) {
        text->length = start;
        done = append_fault(texts, text);
    } else if (done == OTHER) {
        done = append_new(texts, text, value, memory, number);
    } else {
        done = 0;
    }
    release_memory(memory);
    return done;
}
