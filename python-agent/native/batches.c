/* Batches of events on their way to the stream. */
#include "native.h"

/* In the order in which join_batch() returns their counts. */
enum {CALLS, RETURNS, EXCEPTIONS, OPCODES, LINES, NAMED, KINDS};

/* Count an event that has a name: `[` and `"` come first. No two of these names begin alike. */
static void count_named(const char *text, Py_ssize_t *found)
{
    found[NAMED]++;
    switch (text[2]) {
    case 'c': found[CALLS]++; break;
    case 'r': found[RETURNS]++; break;
    case 'e': found[EXCEPTIONS]++; break;
    case 'o': found[OPCODES]++; break;
    case 'l': found[LINES] += text[3] == 'i'; break;  /* or locals */
    default: break;
    }
}

/* Append a piece that is not ASCII, as wire.Stream writes such a text. 0 after an error. */
static int append_other(Text *text, PyObject *piece)
{
    PyObject *encoded;
    PyErr_Clear();
    encoded = PyUnicode_AsEncodedString(piece, "ascii", "backslashreplace");
    if (encoded == NULL)
        return 0;
    append(text, PyBytes_AsString(encoded), (size_t)PyBytes_Size(encoded));
    Py_DECREF(encoded);
    return 1;
}

static int append_piece(Text *text, PyObject *piece, Py_ssize_t *found)
{
    Py_ssize_t length;
    const char *bytes = piece == NULL ? NULL : utf8_of(piece, &length);
    if (piece == NULL)
        return 0;
    if (bytes == NULL || length != PyUnicode_GetLength(piece))
        return append_other(text, piece);
    if (bytes[0] == '[' && bytes[1] == '"')
        count_named(bytes, found);
    append(text, bytes, (size_t)length);
    return 1;
}

PyObject *join_batch(PyObject *module, PyObject *given)
{
    PyObject *head, *pieces, *line = NULL;
    Py_ssize_t count, index, found[KINDS] = {0};
    Text text = {0};
    (void)module;
    if (!PyArg_ParseTuple(given, "OOn", &head, &pieces, &count) || !append_piece(&text, head, found))
        goto end;
    for (index = 0; index < count; index++) {
        if (index > 0)
            append(&text, ",", 1);
        if (!append_piece(&text, PyList_GetItem(pieces, index), found))
            goto end;
    }
    append_plain(&text, "]}\n");
    if (text.failed)
        PyErr_NoMemory();
    else
        line = Py_BuildValue("y#nnnnnn", text.bytes, (Py_ssize_t)text.length, found[CALLS], found[RETURNS],
            found[EXCEPTIONS], found[OPCODES], found[LINES], found[NAMED]);
end:
    PyMem_Free(text.bytes);
    return line;
}
