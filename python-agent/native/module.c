/*
 * The agent's module in C. One binary serves CPython 3.6 to 3.15: it uses the limited API of 3.6, and a few functions
 * that these interpreters export, but which the limited API of 3.6 does not declare.
 */
#include "native.h"
#include <string.h>

#define HAS_VECTORCALL (1UL << 11) /* Py_TPFLAGS_HAVE_VECTORCALL, for types of the heap from 3.9 on */

PyTypeObject *add_type(PyObject *module, const char *name, size_t size, PyType_Slot *slots, int vectorcalls)
{
    unsigned long flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC;
    PyType_Spec spec = {name, (int)size, 0, 0, slots};
    PyObject *type;
    if (vectorcalls && PyLong_AsLong(PySys_GetObject("hexversion")) >= 0x03090000)
        flags |= HAS_VECTORCALL;
    spec.flags = (unsigned int)flags;
    type = PyType_FromSpec(&spec);
    if (type == NULL)
        return NULL;
    Py_INCREF(type); /* for what keeps it in a variable */
    if (PyModule_AddObject(module, strchr(name, '.') + 1, type) != 0)
        return NULL;
    return (PyTypeObject *)type;
}

void end_of(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

Raised take_raised(void)
{
    Raised raised;
    PyErr_Fetch(&raised.type, &raised.fault, &raised.traceback);
    PyErr_NormalizeException(&raised.type, &raised.fault, &raised.traceback);
    if (raised.traceback != NULL)
        PyException_SetTraceback(raised.fault, raised.traceback);
    return raised;
}

void drop_raised(Raised raised)
{
    Py_DecRef(raised.type);
    Py_DecRef(raised.fault);
    Py_DecRef(raised.traceback);
}

static int load(PyObject *module)
{
    return load_frames(module) == 0 && load_id_table(module) == 0 && load_recorder() == 0 && load_tracing(module) == 0
        ? load_variables(module) : -1;
}

static PyMethodDef functions[] = {
    {"join_batch", join_batch, METH_VARARGS, NULL}, {"find_fast_locals", find_fast_locals, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, load}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_leadline_native", NULL, 0, functions, slots, NULL, NULL, NULL};

__attribute__((visibility("default"))) PyMODINIT_FUNC PyInit__leadline_native(void)
{
    return PyModuleDef_Init(&definition);
}
