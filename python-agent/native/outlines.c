/*
 * What is known of classes, so that Python is asked once for each state of a class. Python writes the instances of a
 * class to which CPython gives no number.
 */
#include "values.h"

enum {OUTLINES = 512, PROBES = 4, TP_NAME = 24, TP_VERSION_TAG = 384};  /* offsets in PyTypeObject, the same from 3.6 to 3.15 */
static Outline outlines[OUTLINES];
static unsigned long serials;  /* of the latest outline */

static const char *short_name_of(PyTypeObject *type)
{
    return *(const char **)((char *)type + TP_NAME);
}

/* 0 where the class has none now; a static class does not change. Before 3.13 a flag says whether the number stands. */
static unsigned version_of(PyTypeObject *type)
{
    static long hexversion;
    if (!(PyType_GetFlags(type) & Py_TPFLAGS_HEAPTYPE))
        return 1;
    if (hexversion == 0)
        hexversion = PyLong_AsLong(PySys_GetObject("hexversion"));
    if (sizeof(void *) != 8 || (hexversion < 0x030d0000 && !(PyType_GetFlags(type) & Py_TPFLAGS_VALID_VERSION_TAG)))
        return 0;
    return *(unsigned *)((char *)type + TP_VERSION_TAG);
}

static char *copy_of(const char *bytes, size_t length)
{
    char *copy = PyMem_Malloc(length + 1);
    if (copy != NULL) {
        memcpy(copy, bytes, length);
        copy[length] = 0;
    }
    return copy;
}

/* The same where CPython can be had to give the class a number. */
static unsigned numbered_version(const Texts *texts, PyTypeObject *type)
{
    PyObject *done;
    if (version_of(type) != 0)
        return version_of(type);
    done = PyObject_CallFunctionObjArgs(texts->have_numbered, (PyObject *)type, NULL);
    if (done == NULL)
        PyErr_Clear();
    Py_DecRef(done);
    return version_of(type);
}

/* Ask Python for the outline of a class, and keep the answer; 0, or -1 with an error set. */
static int learn_outline(const Texts *texts, PyTypeObject *type, Outline *outline)
{
    PyObject *found = PyObject_CallFunctionObjArgs(texts->outline, (PyObject *)type, NULL);
    Text text = {NULL, 0, 0, 0};
    PyMem_Free(outline->short_name);
    PyMem_Free(outline->name);
    Py_DecRef(outline->parts);
    memset(outline, 0, sizeof *outline);
    if (found == NULL)
        return -1;
    outline->characters = append_escaped(&text, PyTuple_GetItem(found, 0));
    outline->shows = PyLong_AsLong(PyTuple_GetItem(found, 1));
    Py_IncRef(outline->parts = PyTuple_GetItem(found, 2));
    outline->has_dict = PyTuple_GetItem(found, 3) == Py_True;
    Py_DecRef(found);
    if (outline->characters >= 0)
        outline->name = copy_of(text.bytes, text.length);
    PyMem_Free(text.bytes);
    outline->short_name = copy_of(short_name_of(type), strlen(short_name_of(type)));
    if (outline->name == NULL || outline->short_name == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    outline->serial = ++serials;
    outline->type = type;
    outline->version = numbered_version(texts, type);
    if (outline->version == 0)
        outline->shows = SHOWS_ELSE;  /* nothing would tell that it has changed */
    return 0;
}

/* Null with an error set. */
const Outline *outline_of(const Texts *texts, PyTypeObject *type)
{
    size_t place = (size_t)type >> 4 ^ (size_t)type >> 13, probe;
    unsigned version = version_of(type);
    Outline *outline;
    for (probe = 0; probe < PROBES; probe++) {
        outline = &outlines[(place + probe) % OUTLINES];
        if (outline->type == type || outline->type == NULL)
            break;
    }
    if (probe == PROBES)
        outline = &outlines[(place + serials % PROBES) % OUTLINES];  /* one of them makes room */
    else if (outline->type == type && outline->version == version
            && strcmp(outline->short_name, short_name_of(type)) == 0)
        return outline;
    return learn_outline(texts, type, outline) < 0 ? NULL : outline;
}
