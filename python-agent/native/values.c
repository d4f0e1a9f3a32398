/*
 * The text of one value, as values/writer.py writes it, for the classes that most values are of; all others are
 * written in Python. No code of the program runs: exact builtin types are read by their own functions, instances
 * by the dict that CPython made for them.
 */
#include "values.h"
#include <stdio.h>

enum {EVERY = 5, NAME = 60, LONGEST_NAME = 100, WIDTH = 10, MOST_LABELS = 5000};  /* as in values/ */

/* Whether the value under a name is a secret: 1, 0, or -1 with an error set. */
static int hides(const Texts *texts, PyObject *name)
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

/* After so many that are shown: how many there are of all, where some are missing. */
static void tell_length(Writer *writer, Py_ssize_t shown, Py_ssize_t length, const char *between, const char *what)
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

static int write_row(Writer *writer, PyObject *value, int depth, int is_list)
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

static int write_set(Writer *writer, PyObject *value, int depth, int is_frozen)
{
    Py_ssize_t length = PySet_Size(value), shown = 0;
    PyObject *items, *item;
    size_t step = steps_of(writer);
    int done = DONE;
    note_holder(writer, SET, value, length);
    if (length == 0) {
        append_plain(writer->text, is_frozen ? "frozenset()" : "set()");
        return DONE;
    }
    append_plain(writer->text, is_frozen ? "frozenset({" : "{");
    items = PyObject_GetIter(value);
    if (items == NULL)
        return FAILED;
    while (done == DONE && depth < DEPTH && shown < WIDTH && writer->room > 0 && (item = PyIter_Next(items)) != NULL) {
        done = write_item(writer, item, shown++, depth);
        Py_DecRef(item);
    }
    Py_DecRef(items);
    if (done == DONE && PyErr_Occurred())
        done = FAILED;
    note_shown(writer, step, shown);
    tell_length(writer, shown, length, ", ", "items");
    append_plain(writer->text, is_frozen ? "})" : "}");
    return done;
}

/* The text of a named value, or what stands for a secret. */
static int write_named(Writer *writer, PyObject *name, PyObject *value, int depth)
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

static int write_dict(Writer *writer, PyObject *value, int depth)
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

/* A class whose metaclass is `type`. */
static int write_class(Writer *writer, PyObject *value)
{
    const Outline *outline = outline_of(writer->texts, (PyTypeObject *)value);
    if (outline == NULL)
        return FAILED;
    append_plain(writer->text, "<class '");
    append_plain(writer->text, outline->name);
    append(writer->text, "'>", 2);
    return took(writer, outline->characters + 10);
}

/* The name of an attribute. */
static int write_label(Writer *writer, PyObject *name)
{
    Py_ssize_t characters;
    int known;
    if (Py_TYPE(name) != &PyUnicode_Type)
        return OTHER;
    known = PySet_Contains(writer->texts->labels, name);
    if (known < 0)
        return FAILED;
    if (!known && (PyUnicode_GetLength(name) > NAME || PyUnicode_IsIdentifier(name) != 1))
        return OTHER;
    if (!known && PySet_Size(writer->texts->labels) < MOST_LABELS && PySet_Add(writer->texts->labels, name) < 0)
        return FAILED;
    note_value(writer, name, writer->text->length, writer->room);
    characters = append_escaped(writer->text, name);
    return characters < 0 ? FAILED : took(writer, characters);
}

static int write_attributes(Writer *writer, PyObject *attributes, int depth)
{
    Py_ssize_t length = PyDict_Size(attributes), shown = 0, position = 0;
    PyObject *name, *value;
    size_t step = steps_of(writer);
    note_holder(writer, ATTRIBUTES, attributes, length);
    if (depth >= DEPTH) {
        append_plain(writer->text, length ? " ..." : "");
        return DONE;
    }
    while (shown < WIDTH && writer->room > 0 && PyDict_Next(attributes, &position, &name, &value)) {
        int done;
        append(writer->text, " ", 1);
        Py_IncRef(name);
        Py_IncRef(value);
        done = write_label(writer, name);
        append(writer->text, "=", 1);
        if (done == DONE)
            done = write_named(writer, name, value, depth);
        Py_DecRef(name);
        Py_DecRef(value);
        if (done != DONE)
            return done;
        shown++;
    }
    note_shown(writer, step, shown);
    if (shown < length)
        append(writer->text, " ", 1);
    tell_length(writer, shown, length, "", "attributes");
    return DONE;
}

/* A compiled regular expression. */
static int write_pattern(Writer *writer, PyObject *value)
{
    PyObject *pattern = PyObject_GetAttrString(value, "pattern");
    long room = writer->room;
    int done = FAILED;
    if (pattern == NULL)
        return FAILED;
    append_plain(writer->text, "re.compile(");
    note_value(writer, pattern, writer->text->length, room);
    done = write_string(writer, pattern, LONGEST / 2);
    append(writer->text, ")", 1);
    writer->room = room;
    Py_DecRef(pattern);
    return done;
}

/* What an instance has of the builtin class that its own is derived from. */
static int write_inherited(Writer *writer, PyObject *value, int depth, long shows)
{
    Py_ssize_t characters;
    size_t start;
    if (shows == SHOWS_DICT)
        return DONE;
    append(writer->text, " ", 1);
    if (shows == SHOWS_LIST)
        return write_row(writer, value, depth, 1);
    if (shows == SHOWS_ITEMS)
        return write_dict(writer, value, depth);
    start = writer->text->length;
    characters = ascii_text(writer, value, PyUnicode_GetLength(value), limit_of(writer));
    note_again(writer, CHARACTERS, start, writer->room);
    return characters >= 0 ? took(writer, characters) : characters == -2 ? OTHER : FAILED;
}

/* An instance with a dict of its own. */
static int write_object(Writer *writer, PyObject *value, int depth, long shows)
{
    int done = write_inherited(writer, value, depth, shows);
    PyObject *attributes;
    if (done != DONE)
        return done;
    attributes = dict_of(value, NULL);
    if (attributes == NULL) {
        PyErr_Clear();
        return OTHER;
    }
    done = write_attributes(writer, attributes, depth);
    Py_DecRef(attributes);
    return done;
}

static int write_instance(Writer *writer, PyObject *value, int depth)
{
    const Outline *outline = outline_of(writer->texts, Py_TYPE(value));
    long shows = outline == NULL ? 0 : outline->shows;
    int done = DONE;
    if (outline == NULL || shows == SHOWS_ELSE)
        return outline == NULL ? FAILED : OTHER;
    note(writer, INSTANCE)->serial = outline->serial;
    took(writer, outline->characters);
    if (shows == SHOWS_PATTERN)
        return write_pattern(writer, value);
    append(writer->text, "<", 1);
    append_plain(writer->text, outline->name);
    if (shows != SHOWS_NAME)
        done = write_object(writer, value, depth, shows);
    append(writer->text, ">", 1);
    return done;
}

static int may_hold_others(PyTypeObject *type)
{
    return type == &PyList_Type || type == &PyTuple_Type || type == &PyDict_Type || type == &PySet_Type
        || type == &PyFrozenSet_Type || PyType_GetFlags(type) & Py_TPFLAGS_HEAPTYPE;
}

static int write_holder(Writer *writer, PyObject *value, int depth)
{
    PyTypeObject *type = Py_TYPE(value);
    if (type == &PyList_Type || type == &PyTuple_Type)
        return write_row(writer, value, depth, type == &PyList_Type);
    if (type == &PyDict_Type)
        return write_dict(writer, value, depth);
    if (type == &PySet_Type || type == &PyFrozenSet_Type)
        return write_set(writer, value, depth, type == &PyFrozenSet_Type);
    return write_instance(writer, value, depth);
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
    note_value(writer, value, start, room);
    return done;
}

int write_value(Writer *writer, PyObject *value, int depth)
{
    PyTypeObject *type = Py_TYPE(value);
    long room = writer->room;
    size_t start = writer->text->length, steps = steps_of(writer);
    int done = type == &PyType_Type ? write_class(writer, value) : write_leaf(writer, value);
    if (done == OTHER && !may_hold_others(type))
        done = write_made_leaf(writer, value, limit_of(writer));
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

/* Write a value, and have it remembered. */
static int append_new(const Texts *texts, Text *text, PyObject *value, Memory *memory)
{
    size_t start = text->length;
    Writer writer = {texts, text, LONGEST, empty_content(memory), start, {NULL}};
    int done = write_value(&writer, value, 0);
    if (done == DONE && !text->failed)
        remember(memory, value, text->bytes + start, text->length - start);
    return done;
}

int append_value(const Texts *texts, Text *text, PyObject *value)
{
    Memory *memory = may_hold_others(Py_TYPE(value)) ? memory_of(texts, value) : NULL;
    size_t start = text->length;
    int done = append_remembered(texts, text, memory, value);
    if (done == OTHER)
        done = append_new(texts, text, value, memory);
    release_memory(memory);
    if (done == DONE)
        return 0;
    text->length = start;
    return done == OTHER ? append_from(texts->text, text, value) : append_fault(texts, text);
}
