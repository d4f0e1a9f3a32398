/* Counts of the events in a batch. */
#include "native.h"

/* In the order in which count_events() returns them; no two begin alike. */
static const char *const kinds[] = {"[\"call\"", "[\"return\"", "[\"exception\"", "[\"opcode\"", "[\"line\""};
enum {KINDS = sizeof kinds / sizeof kinds[0]};

PyObject *count_events(PyObject *module, PyObject *given)
{
    PyObject *pieces;
    Py_ssize_t count, index, length, found[KINDS] = {0}, named = 0;
    size_t kind;
    (void)module;
    if (!PyArg_ParseTuple(given, "On", &pieces, &count))
        return NULL;
    for (index = 0; index < count; index++) {
        PyObject *piece = PyList_GetItem(pieces, index);
        const char *text = piece == NULL ? NULL : utf8_of(piece, &length);
        if (text == NULL)
            return NULL;
        if (text[0] != '[' || text[1] != '"')
            continue;
        named++;
        for (kind = 0; kind < KINDS; kind++)
            found[kind] += strncmp(text, kinds[kind], strlen(kinds[kind])) == 0;
    }
    return Py_BuildValue("nnnnnn", found[0], found[1], found[2], found[3], found[4], named);
}
