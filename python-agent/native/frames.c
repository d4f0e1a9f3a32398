/*
 * Attributes of frames, by the functions and the places in memory that their descriptors have: a lookup of the name is
 * much of what an event costs. Where a descriptor is of another kind, the name is looked up.
 */
#include "native.h"

enum {DEFINITION = 40, TP_NAME = 24};  /* offsets, the same from 3.6 to 3.15: PyGetSetDescrObject, PyTypeObject */

extern PyObject *frame_code(PyObject *) __asm__("PyFrame_GetCode") __attribute__((weak));  /* from 3.9 on */
extern PyObject *frame_back(PyObject *) __asm__("PyFrame_GetBack") __attribute__((weak));

static PyObject *name_f_back, *name_f_code, *name_f_trace, *name_f_trace_lines;
static PyGetSetDef *f_trace;                           /* null where it is of another kind */
static PyMemberDef *f_trace_lines, *f_code, *f_back;

/* What describes an attribute, where its descriptor is of this kind. */
static void *definition_of(const char *attribute, const char *kind)
{
    PyObject *descriptor = PyObject_GetAttrString((PyObject *)&frame_type, attribute);
    void *definition = NULL;
    if (descriptor == NULL)
        PyErr_Clear();
    else if (sizeof(void *) == 8 && strcmp(*(const char **)((char *)Py_TYPE(descriptor) + TP_NAME), kind) == 0)
        definition = *(void **)((char *)descriptor + DEFINITION);
    Py_DecRef(descriptor);
    return definition;
}

static PyMemberDef *member_of(const char *attribute, int type)
{
    PyMemberDef *member = definition_of(attribute, "member_descriptor");
    return member != NULL && strcmp(member->name, attribute) == 0 && member->type == type ? member : NULL;
}

static PyObject *attribute_of(PyObject *frame, const PyMemberDef *member, PyObject *name)
{
    PyObject *value;
    if (member == NULL)
        return PyObject_GetAttr(frame, name);
    value = *(PyObject **)((char *)frame + member->offset);
    if (value == NULL)
        value = Py_None;
    Py_IncRef(value);
    return value;
}

PyObject *code_of(PyObject *frame)
{
    return frame_code ? frame_code(frame) : attribute_of(frame, f_code, name_f_code);
}

PyObject *below(PyObject *frame)
{
    PyObject *back = frame_back ? frame_back(frame) : attribute_of(frame, f_back, name_f_back);
    return back == NULL && !PyErr_Occurred() ? nothing() : back;
}

PyObject *get_f_trace(PyObject *frame)
{
    return f_trace ? f_trace->get(frame, f_trace->closure) : PyObject_GetAttr(frame, name_f_trace);
}

int set_f_trace(PyObject *frame, PyObject *local)
{
    return f_trace ? f_trace->set(frame, local, f_trace->closure) : PyObject_SetAttr(frame, name_f_trace, local);
}

int hide_lines(PyObject *frame)
{
    if (f_trace_lines == NULL)
        return PyObject_SetAttr(frame, name_f_trace_lines, Py_False);
    *((char *)frame + f_trace_lines->offset) = 0;
    return 0;
}

int load_frames(PyObject *module)
{
    (void)module;
    name_f_back = PyUnicode_InternFromString("f_back");
    name_f_code = PyUnicode_InternFromString("f_code");
    name_f_trace = PyUnicode_InternFromString("f_trace");
    name_f_trace_lines = PyUnicode_InternFromString("f_trace_lines");
    f_trace = definition_of("f_trace", "getset_descriptor");
    if (f_trace != NULL && (strcmp(f_trace->name, "f_trace") != 0 || f_trace->get == NULL || f_trace->set == NULL))
        f_trace = NULL;
    f_trace_lines = member_of("f_trace_lines", T_BOOL);
    f_code = member_of("f_code", T_OBJECT);
    f_back = member_of("f_back", T_OBJECT);
    return name_f_back == NULL || name_f_code == NULL || name_f_trace == NULL || name_f_trace_lines == NULL ? -1 : 0;
}
