/* Parts that a text made in Python depends on: all that is read of an exception, a path, a slice. */
#include "values.h"

static Py_ssize_t row_length(PyObject *row)
{
    return Py_TYPE(row) == &PyList_Type ? PyList_Size(row) : Py_TYPE(row) == &PyTuple_Type ? PyTuple_Size(row) : -1;
}

static PyObject *row_item(PyObject *row, Py_ssize_t index)
{
    return Py_TYPE(row) == &PyList_Type ? PyList_GetItem(row, index) : PyTuple_GetItem(row, index);
}

/* A part as it is kept, of a list a copy: a reference of the caller's. Whether it is unset, or cannot change. */
static int is_constant_part(PyObject *part, PyObject **kept)
{
    Py_ssize_t index, length = part == NULL ? 0 : row_length(part);
    Py_IncRef(*kept = part);
    if (length < 0 || length > WIDTH)
        return length < 0 && is_constant(part, SHORT);
    if (part != NULL && Py_TYPE(part) == &PyList_Type) {
        Py_DecRef(part);
        *kept = PyList_GetSlice(part, 0, length);
    }
    for (index = 0; *kept != NULL && index < length; index++)
        if (!is_constant(row_item(*kept, index), SHORT))
            return 0;
    return !PyErr_Occurred();
}

static int is_same_number(PyObject *one, PyObject *other)
{
    return Py_TYPE(one) == &PyLong_Type && Py_TYPE(other) == &PyLong_Type
        && PyObject_RichCompareBool(one, other, Py_EQ) == 1;
}

/* A part that is another object may be as it was: numbers that are made anew each time, a copy of a list. */
int is_same_part(PyObject *kept, PyObject *part)
{
    Py_ssize_t index, length;
    if (part == NULL || kept == NULL || Py_TYPE(kept) != Py_TYPE(part))
        return part == kept;
    if (Py_TYPE(part) == &PyLong_Type)
        return is_same_number(part, kept);
    length = row_length(part);
    if (length < 0 || row_length(kept) != length)
        return part == kept;
    for (index = 0; index < length; index++) {
        PyObject *one = row_item(kept, index), *other = row_item(part, index);
        if (one != other && !is_same_number(one, other))
            return 0;
    }
    return 1;
}

int note_parts(Writer *writer, PyObject *value)
{
    const Outline *outline = is_leaf(value) ? NULL : outline_of(writer->texts, Py_TYPE(value));
    size_t steps = steps_of(writer);
    PyObject *names;
    Py_ssize_t index;
    int noted = 1;
    if (outline == NULL || outline->shows != SHOWS_PARTS)
        return 0;
    note(writer, PARTS)->serial = outline->serial;
    Py_IncRef(names = outline->parts);
    for (index = 0; noted && index < PyTuple_Size(names); index++) {
        PyObject *part = part_of(value, PyTuple_GetItem(names, index)), *kept;
        noted = is_constant_part(part, &kept);
        if (noted)
            note_kept(writer, kept);
        Py_DecRef(part);
        Py_DecRef(kept);
    }
    Py_DecRef(names);
    if (!noted)
        forget_steps(writer->content, steps);
    return noted;
}
