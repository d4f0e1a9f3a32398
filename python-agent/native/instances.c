/* Texts of instances and classes, as values/writer.py writes them. Nothing of the program's runs: see outlines.py. */
#include "values.h"

enum {NAME = 60, MOST_LABELS = 5000, MOST_BYTES = 400};  /* as in values/ */

PyObject *part_of(PyObject *value, PyObject *name)
{
    PyObject *part = PyUnicode_GetLength(name) == 0 ? PyLong_FromSsize_t(PyObject_Size(value))
        : PyObject_GenericGetAttr(value, name);
    if (part == NULL)
        PyErr_Clear();
    return part;
}

static int open_dict(Attributes *attributes, const Outline *outline, PyObject *value)
{
    attributes->dict = NULL;
    if (!outline->has_dict)
        return 0;
    attributes->dict = dict_of(value, NULL);
    attributes->length += attributes->dict == NULL ? 0 : PyDict_Size(attributes->dict);
    return attributes->dict == NULL ? -1 : 0;
}

int open_attributes(Attributes *attributes, const Outline *outline, PyObject *value)
{
    int is_tuple = outline->shows == SHOWS_FIELDS;
    Py_ssize_t slot;
    Py_IncRef(attributes->names = outline->parts);
    attributes->slots = outline->shows == SHOWS_SLOTS || is_tuple ? PyTuple_Size(outline->parts) : 0;
    if (is_tuple && PyTuple_Size(value) < attributes->slots)
        attributes->slots = PyTuple_Size(value);  /* another tuple than the one that was written */
    if (is_tuple && attributes->slots > WIDTH)
        attributes->slots = WIDTH;
    attributes->slot = attributes->position = attributes->length = 0;
    for (slot = 0; slot < attributes->slots; slot++) {
        PyObject *name = PyTuple_GetItem(attributes->names, slot), *found;
        if (is_tuple)
            Py_IncRef(found = PyTuple_GetItem(value, slot));
        else
            found = part_of(value, name);
        attributes->found[slot] = found;
        attributes->length += found != NULL;
    }
    if (is_tuple)
        attributes->length = PyTuple_Size(value);
    return is_tuple ? attributes->dict = NULL, 0 : open_dict(attributes, outline, value);
}

void close_attributes(Attributes *attributes)
{
    while (attributes->slots-- > 0)
        Py_DecRef(attributes->found[attributes->slots]);
    Py_DecRef(attributes->names);
    Py_DecRef(attributes->dict);
}

int next_attribute(Attributes *attributes, PyObject **name, PyObject **value)
{
    while (attributes->slot < attributes->slots) {
        Py_ssize_t slot = attributes->slot++;
        if (attributes->found[slot] != NULL) {
            *name = PyTuple_GetItem(attributes->names, slot);
            *value = attributes->found[slot];
            return 1;
        }
    }
    return attributes->dict != NULL && PyDict_Next(attributes->dict, &attributes->position, name, value);
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

static int write_next(Writer *writer, Attributes *attributes, int depth)
{
    PyObject *name, *value;
    int done;
    if (!next_attribute(attributes, &name, &value))
        return OTHER;  /* another thread has taken it away */
    Py_IncRef(name);
    Py_IncRef(value);
    done = write_label(writer, name);
    append(writer->text, "=", 1);
    if (done == DONE)
        done = write_named(writer, name, value, depth);
    Py_DecRef(name);
    Py_DecRef(value);
    return done;
}

/* Attributes, each behind a space, or the fields of a named tuple, between commas. */
static int write_named_values(Writer *writer, Attributes *attributes, int depth, int is_tuple)
{
    Py_ssize_t length = attributes->length, shown = 0;
    size_t step = steps_of(writer);
    note_holder(writer, ATTRIBUTES, attributes->names, length);
    if (depth >= DEPTH) {
        append_plain(writer->text, length == 0 ? "" : is_tuple ? "..." : " ...");
        return DONE;
    }
    while (shown < WIDTH && shown < length && writer->room > 0) {
        int done;
        append_plain(writer->text, !is_tuple ? " " : shown > 0 ? ", " : "");
        done = write_next(writer, attributes, depth);
        if (done != DONE)
            return done;
        shown++;
    }
    note_shown(writer, step, shown);
    if (shown < length && !is_tuple)
        append(writer->text, " ", 1);
    tell_length(writer, shown, length, is_tuple ? ", " : "", is_tuple ? "fields" : "attributes");
    return DONE;
}

static int write_attributes(Writer *writer, const Outline *outline, PyObject *value, int depth)
{
    int is_tuple = outline->shows == SHOWS_FIELDS, done = OTHER;
    Attributes attributes;
    if (open_attributes(&attributes, outline, value) == 0)
        done = write_named_values(writer, &attributes, depth, is_tuple);
    else
        PyErr_Clear();
    close_attributes(&attributes);
    return done;
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
    if (shows == SHOWS_DICT || shows == SHOWS_SLOTS)
        return DONE;
    append(writer->text, " ", 1);
    if (shows == SHOWS_LIST || shows == SHOWS_TUPLE)
        return write_row(writer, value, depth, shows == SHOWS_LIST);
    if (shows == SHOWS_ITEMS)
        return write_dict(writer, value, depth);
    start = writer->text->length;
    characters = ascii_text(writer, value, PyUnicode_GetLength(value), limit_of(writer));
    note_again(writer, CHARACTERS, start, writer->room);
    return characters >= 0 ? took(writer, characters) : characters == -2 ? OTHER : FAILED;
}

void find_member(PyObject *dict, PyObject **name, PyObject **value)
{
    Py_ssize_t position = 0;
    PyObject *key, *item;
    *name = *value = NULL;
    while (PyDict_Size(dict) <= WIDTH && PyDict_Next(dict, &position, &key, &item)) {
        if (Py_TYPE(key) == &PyUnicode_Type && PyUnicode_CompareWithASCIIString(key, "_name_") == 0)
            *name = item;
        else if (Py_TYPE(key) == &PyUnicode_Type && PyUnicode_CompareWithASCIIString(key, "_value_") == 0)
            *value = item;
    }
}

/* The name and the value of a member, which are there. */
static int write_found_member(Writer *writer, PyObject *name, PyObject *value, int depth)
{
    int done = DONE;
    note_holder(writer, MEMBER, name, 0);
    note_value(writer, name, writer->text->length, writer->room);
    append(writer->text, ".", 1);
    if (append_escaped(writer->text, name) < 0)
        return FAILED;
    if (depth < DEPTH) {
        append(writer->text, ": ", 2);
        done = write_value(writer, value, depth + 1);
    }
    return done;
}

static int write_member(Writer *writer, PyObject *value, int depth)
{
    PyObject *dict = dict_of(value, NULL), *name, *held;
    int done = OTHER;
    if (dict == NULL) {
        PyErr_Clear();
        return OTHER;
    }
    find_member(dict, &name, &held);
    if (name != NULL && held != NULL && Py_TYPE(name) == &PyUnicode_Type && PyUnicode_GetLength(name) <= NAME) {
        Py_IncRef(name);
        Py_IncRef(held);
        done = write_found_member(writer, name, held, depth);
        Py_DecRef(name);
        Py_DecRef(held);
    }
    Py_DecRef(dict);
    return done;
}

/* Whether the parts are None, or where `or_lasting`, of classes whose instances are kept. -1 with an error set. */
static int has_plain_parts(const Texts *texts, PyObject *value, PyObject *parts, int or_lasting)
{
    Py_ssize_t index;
    int plain = 1;
    for (index = 0; index < PyTuple_Size(parts) && plain > 0; index++) {
        PyObject *part = part_of(value, PyTuple_GetItem(parts, index));
        const Outline *outline = part == NULL || part == Py_None || !or_lasting ? NULL : outline_of(texts, Py_TYPE(part));
        plain = PyErr_Occurred() ? -1 : part == Py_None || (outline != NULL && outline->shows == SHOWS_KEPT);
        Py_DecRef(part);
    }
    return plain;
}

int is_lasting(const Texts *texts, PyObject *value)
{
    const Outline *outline = outline_of(texts, Py_TYPE(value));
    PyObject *parts;
    int lasts;
    if (outline == NULL || (outline->shows != SHOWS_REPR && outline->shows != SHOWS_KEPT))
        return outline == NULL ? -1 : 0;
    Py_IncRef(parts = outline->parts);
    lasts = has_plain_parts(texts, value, parts, 1);
    Py_DecRef(parts);
    return lasts;
}

/* What repr() makes of a value in C that is not large. */
static int write_repr(Writer *writer, PyObject *value, PyObject *parts)
{
    int plain = has_plain_parts(writer->texts, value, parts, 0);
    PyObject *size = plain == 1 ? PyObject_CallMethod(value, "__sizeof__", NULL) : NULL, *text = NULL;
    int done = OTHER;
    if (size != NULL && PyLong_AsLong(size) <= MOST_BYTES)
        text = PyObject_Repr(value);
    Py_DecRef(size);
    if (text != NULL) {
        note_value(writer, value, writer->text->length, writer->room);
        done = append_escaped(writer->text, text) < 0 ? FAILED : DONE;
    }
    Py_DecRef(text);
    return PyErr_Occurred() ? FAILED : done;
}

/* An instance of which the outline says what its text shows. */
static int write_outlined(Writer *writer, const Outline *outline, PyObject *value, int depth)
{
    long shows = outline->shows;
    int done = DONE;
    append(writer->text, "<", shows != SHOWS_FIELDS);
    append_plain(writer->text, outline->name);
    append(writer->text, "(", shows == SHOWS_FIELDS);
    if (shows == SHOWS_MEMBER)
        done = write_member(writer, value, depth);
    else if (shows != SHOWS_NAME && shows != SHOWS_FIELDS)
        done = write_inherited(writer, value, depth, shows);
    if (done == DONE && shows != SHOWS_MEMBER && shows != SHOWS_NAME)
        done = write_attributes(writer, outline, value, depth);
    append_plain(writer->text, shows == SHOWS_FIELDS ? ")" : ">");
    return done;
}

int write_class(Writer *writer, PyObject *value)
{
    const Outline *outline = outline_of(writer->texts, (PyTypeObject *)value);
    if (outline == NULL || outline->version == 0)
        return outline == NULL ? FAILED : OTHER;
    append_plain(writer->text, "<class '");
    append_plain(writer->text, outline->name);
    append(writer->text, "'>", 2);
    return took(writer, outline->characters + 10);
}

int write_instance(Writer *writer, PyObject *value, int depth)
{
    const Outline *found = outline_of(writer->texts, Py_TYPE(value));
    Outline outline;
    int done;
    if (found == NULL)
        return FAILED;
    outline = *found;  /* its place may become another class's */
    if (outline.shows >= SHOWS_KEPT || (outline.shows == SHOWS_FIELDS && PyTuple_Size(value) != PyTuple_Size(outline.parts)))
        return OTHER;
    note(writer, INSTANCE)->serial = outline.serial;
    if (outline.shows != SHOWS_ROW)
        took(writer, outline.characters);
    Py_IncRef(outline.parts);
    if (outline.shows == SHOWS_PATTERN)
        done = write_pattern(writer, value);
    else if (outline.shows == SHOWS_REPR)
        done = write_repr(writer, value, outline.parts);
    else if (outline.shows == SHOWS_ROW)
        done = write_iterated(writer, value, depth, outline.parts);
    else
        done = write_outlined(writer, &outline, value, depth);
    Py_DecRef(outline.parts);
    return done;
}
