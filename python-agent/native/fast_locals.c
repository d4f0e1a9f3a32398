/*
 * The variables of a function without cells, where its frame has them ("fast locals" in CPython): in an array, in the
 * order of co_varnames. No header tells extensions where that is, and it differs between versions: it is found in a
 * frame the variables of which are known. To read it has no effect, while all else that shows variables makes or
 * fills a dict.
 */
#include "native.h"
#include <stdint.h>

/* Where a frame points to what the interpreter runs, from 3.11 on; words of that, up to the array. */
enum {BEHIND = 3, MOST_WORDS = 16};
static const uintptr_t tags = 3;     /* of pointers, from 3.14 on; all of them: no object */

static Py_ssize_t first = -1;  /* word of the first variable */
static int is_behind;          /* counted in what the frame points to, not in the frame object */

static uintptr_t word_of(PyObject *frame, Py_ssize_t index)
{
    uintptr_t *words = (uintptr_t *)frame;
    return (is_behind ? (uintptr_t *)words[BEHIND] : words)[index];
}

PyObject *fast_local(PyObject *frame, Py_ssize_t index)
{
    uintptr_t word = word_of(frame, first + index);
    return (word & tags) == tags ? NULL : (PyObject *)(word & ~tags);
}

PyObject *find_fast_locals(PyObject *module, PyObject *given)
{
    PyObject *frame, *values;
    Py_ssize_t size, index = 0, length;
    (void)module;
    if (!PyArg_ParseTuple(given, "OO!np", &frame, &PyTuple_Type, &values, &size, &is_behind))
        return NULL;
    length = PyTuple_Size(values);
    size = is_behind ? MOST_WORDS + length : size / (Py_ssize_t)sizeof(void *);
    for (first = 0; index < length && first + length <= size; first += index < length)
        for (index = 0; index < length && fast_local(frame, index) == PyTuple_GetItem(values, index); index++)
            ;
    return PyBool_FromLong(index == length);
}
