/*
 * IdTable: a dict from the ids of objects, which C looks up by the address: each call of all code begins with that, and
 * to make an int of the address takes longer than all else.
 */
#include "native.h"

enum {FIRST_SIZE = 64};  /* all sizes are powers of two */

typedef struct {
    const void *key;  /* null where the place was never used */
    PyObject *entry;  /* null where it has been taken out */
} Place;

typedef struct {
    PyObject_HEAD
    Place *places;
    size_t size, used;  /* used: also by entries that have been taken out */
} IdTable;

static PyTypeObject *table_type;

/* Where the entry is, or would be. The table is never full. */
static Place *place_of(const IdTable *table, const void *key)
{
    size_t index = ((size_t)key >> 4) ^ ((size_t)key >> 12);
    while (table->places[index &= table->size - 1].key != NULL && table->places[index].key != key)
        index++;
    return &table->places[index];
}

PyObject *entry_of(PyObject *self, const void *key)
{
    const IdTable *table = (IdTable *)self;
    return table->size == 0 ? NULL : place_of(table, key)->entry;
}

int is_id_table(PyObject *object)
{
    return Py_TYPE(object) == table_type;
}

/* Have room for one entry more: half of the places stay free. 0, or -1 with an error set. */
static int make_room(IdTable *table)
{
    Place *old = table->places;
    size_t old_size = table->size, size = FIRST_SIZE, entries = 0, index;
    if (2 * table->used < old_size)
        return 0;
    for (index = 0; index < old_size; index++)
        entries += old[index].entry != NULL;
    while (size < 4 * entries)
        size *= 2;
    table->places = PyMem_Malloc(size * sizeof(Place));  /* PyMem_Calloc() is not in the limited API of all headers */
    if (table->places == NULL) {
        table->places = old;
        PyErr_NoMemory();
        return -1;
    }
    memset(table->places, 0, size * sizeof(Place));
    table->size = size;
    table->used = entries;
    for (index = 0; index < old_size; index++) {
        if (old[index].entry != NULL)
            *place_of(table, old[index].key) = old[index];
    }
    PyMem_Free(old);
    return 0;
}

static PyObject *table_get(PyObject *self, PyObject *id)
{
    PyObject *entry = entry_of(self, PyLong_AsVoidPtr(id));
    if (entry == NULL && !PyErr_Occurred())
        PyErr_SetObject(PyExc_KeyError, id);
    Py_XINCREF(entry);
    return entry;
}

int set_entry(PyObject *self, const void *key, PyObject *entry)
{
    IdTable *table = (IdTable *)self;
    Place *place;
    PyObject *before;
    if (entry == NULL && table->size == 0)
        return 0;
    if (entry != NULL && make_room(table) < 0)
        return -1;
    place = place_of(table, key);
    if (place->key == NULL && entry == NULL)
        return 0;
    before = place->entry;
    table->used += place->key == NULL;
    place->key = key;
    Py_XINCREF(entry);
    place->entry = entry;
    Py_XDECREF(before);
    return 0;
}

static int table_set(PyObject *self, PyObject *id, PyObject *entry)
{
    const void *key = PyLong_AsVoidPtr(id);
    return key == NULL ? -1 : set_entry(self, key, entry);
}

static int table_contains(PyObject *self, PyObject *id)
{
    return entry_of(self, PyLong_AsVoidPtr(id)) != NULL;
}

/* pop(id, default): takes an entry out, the result is not used. */
static PyObject *table_pop(PyObject *self, PyObject *given)
{
    PyObject *id, *unused;
    return PyArg_ParseTuple(given, "OO", &id, &unused) && table_set(self, id, NULL) == 0 ? nothing() : NULL;
}

static PyObject *table_get_or_none(PyObject *self, PyObject *id)
{
    PyObject *entry = entry_of(self, PyLong_AsVoidPtr(id));
    Py_XINCREF(entry);
    return entry != NULL ? entry : PyErr_Occurred() ? NULL : nothing();
}

static int table_clear(PyObject *self)
{
    IdTable *table = (IdTable *)self;
    Place *places = table->places;
    size_t size = table->size, index;
    table->places = NULL;
    table->size = table->used = 0;
    for (index = 0; index < size; index++)
        Py_XDECREF(places[index].entry);
    PyMem_Free(places);
    return 0;
}

static PyObject *table_clear_all(PyObject *self, PyObject *none)
{
    (void)none;
    table_clear(self);
    return nothing();
}

static int table_traverse(PyObject *self, visitproc visit, void *arg)
{
    IdTable *table = (IdTable *)self;
    size_t index;
    Py_VISIT(Py_TYPE(self));
    for (index = 0; index < table->size; index++)
        Py_VISIT(table->places[index].entry);
    return 0;
}

static void table_dealloc(PyObject *self)
{
    PyObject_GC_UnTrack(self);
    table_clear(self);
    end_of(self);
}

static PyMethodDef table_methods[] = {
    {"get", table_get_or_none, METH_O, NULL},
    {"pop", table_pop, METH_VARARGS, NULL},
    {"clear", table_clear_all, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL}};

static PyType_Slot table_slots[] = {
    {Py_mp_subscript, table_get}, {Py_mp_ass_subscript, table_set}, {Py_sq_contains, table_contains},
    {Py_tp_methods, table_methods},
    {Py_tp_traverse, table_traverse}, {Py_tp_clear, table_clear}, {Py_tp_dealloc, table_dealloc}, {0, NULL}};

int load_id_table(PyObject *module)
{
    table_type = add_type(module, "leadline.IdTable", sizeof(IdTable), table_slots, 0);
    return table_type == NULL ? -1 : 0;
}
