/*
 * The texts of values that hold others, remembered with what they were made of: a value that is made of the same has
 * the same text. The walk compares addresses, lengths and states of classes. Strings and numbers are kept, so that no
 * other value gets their address; no other value is kept, each is looked into again, and what holds no others but
 * may change is written again and compared.
 */
#include "values.h"

enum {MEMORIES = 1024, MOST_CHARACTERS = 10000};  /* of the long strings of one value */

struct Memory {
    PyObject *value;  /* not kept: it says where to look, not what is there */
    Content content;
    char *text;
    size_t length;
    unsigned long number;
    int in_use;  /* Python may let another thread go on while a text is made */
};

static Memory memories[MEMORIES];
static unsigned long numbers;  /* of the latest text */
static PyObject *hidden_names;  /* `hidden` of the Texts that all of them are of */

/* Characters or bytes; -1 of other classes. */
static Py_ssize_t length_of(PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    return type == &PyUnicode_Type ? PyUnicode_GetLength(value) : type == &PyBytes_Type ? PyBytes_Size(value) : -1;
}

int is_constant(PyObject *value, Py_ssize_t longest)
{
    PyTypeObject *type = Py_TYPE(value);
    Py_ssize_t length = length_of(value);
    int overflow = 0;
    if (length >= 0)
        return length <= longest;
    if (type == &PyLong_Type)
        PyLong_AsLongLongAndOverflow(value, &overflow);
    else if (type != &PyFloat_Type && type != &PyBool_Type && type != &PyComplex_Type && value != Py_None)
        return 0;
    return !overflow;
}

static int may_be_kept(Content *content, PyObject *value)
{
    Py_ssize_t length = length_of(value);
    if (length > SHORT)
        content->characters += (size_t)length;
    return is_constant(value, content->characters <= MOST_CHARACTERS ? MOST_CHARACTERS : SHORT);
}

static Step *next_step(Content *content)
{
    if (content->length == content->size) {
        size_t size = 2 * content->size + 16;
        Step *steps = PyMem_Realloc(content->steps, size * sizeof *steps);
        if (steps == NULL)
            return NULL;
        content->steps = steps;
        content->size = size;
    }
    return memset(&content->steps[content->length++], 0, sizeof(Step));
}

/* A place for a step that nothing reads where there is no content, or no memory. */
Step *note(Writer *writer, int kind)
{
    static Step unread;
    Content *content = writer->content;
    Step *step = content == NULL ? NULL : next_step(content);
    if (step == NULL) {
        if (content != NULL)
            content->failed = 1;
        step = &unread;
    }
    step->kind = (char)kind;
    return step;
}

void note_holder(Writer *writer, int kind, PyObject *value, Py_ssize_t length)
{
    Step *step = note(writer, kind);
    step->type = Py_TYPE(value);
    step->length = (size_t)length;
}

void note_shown(Writer *writer, size_t step, Py_ssize_t shown)
{
    if (writer->content != NULL && step < writer->content->length)
        writer->content->steps[step].shown = (short)shown;
}

void note_again(Writer *writer, int kind, size_t start, long room)
{
    Step *step = note(writer, kind);
    step->room = (int)room;
    step->start = start - writer->start;
    step->length = writer->text->length - start;
}

void note_kept(Writer *writer, PyObject *value)
{
    Step *step = note(writer, KEPT);
    if (!writer->content->failed)
        Py_IncRef(step->kept = value);
}

/* A class is known by its state; 0 where that has no number. */
static int note_class(Writer *writer, PyObject *value)
{
    const Outline *outline = outline_of(writer->texts, (PyTypeObject *)value);
    if (outline == NULL || outline->version == 0) {
        PyErr_Clear();
        return 0;
    }
    note(writer, CLASS)->serial = outline->serial;
    return 1;
}

void note_value(Writer *writer, PyObject *value, size_t start, long room)
{
    if (writer->content == NULL || (PyType_Check(value) && note_class(writer, value)))
        return;
    if (may_be_kept(writer->content, value) || (!is_leaf(value) && is_lasting(writer->texts, value) == 1)) {
        note_kept(writer, value);
    } else if (!note_parts(writer, value)) {
        /* a name of which the text shows the beginning alone may hide a value by its end */
        writer->content->failed |= Py_TYPE(value) == &PyUnicode_Type || Py_TYPE(value) == &PyBytes_Type;
        note_again(writer, AGAIN, start, room);
    }
}

size_t steps_of(const Writer *writer)
{
    return writer->content == NULL ? 0 : writer->content->length;
}

void forget_steps(Content *content, size_t length)
{
    while (content != NULL && content->length > length) {
        const Step *step = &content->steps[--content->length];
        if (step->kind == KEPT)
            Py_DecRef(step->kept);
    }
}

static void forget(Memory *memory)
{
    memory->value = NULL;
    memory->content.characters = 0;
    memory->content.failed = 0;
    forget_steps(&memory->content, 0);
}

Memory *memory_of(const Texts *texts, PyObject *value)
{
    Memory *memory = &memories[((size_t)value >> 4 ^ (size_t)value >> 14) % MEMORIES];
    size_t index;
    if (texts->hidden != hidden_names) {
        for (index = 0; index < MEMORIES; index++)
            forget(&memories[index]);
        Py_DecRef(hidden_names);
        Py_IncRef(hidden_names = texts->hidden);
    }
    if (memory->in_use)
        return NULL;
    memory->in_use = 1;
    return memory;
}

void release_memory(Memory *memory)
{
    if (memory != NULL)
        memory->in_use = 0;
}

Content *empty_content(Memory *memory)
{
    if (memory == NULL)
        return NULL;
    forget(memory);
    return &memory->content;
}

unsigned long remember(Memory *memory, PyObject *value, const char *text, size_t length)
{
    char *copy;
    if (memory == NULL || memory->content.failed)
        return 0;
    copy = PyMem_Realloc(memory->text, length);
    if (copy == NULL)
        return 0;
    memory->text = memcpy(copy, text, length);
    memory->length = length;
    memory->value = value;
    return memory->number = ++numbers;
}

/* A walk through a value beside the steps of its text. Its writer writes what is compared, and notes nothing. */
typedef struct {
    Writer writer;
    const Memory *memory;
    const Step *step;  /* the next one */
} Walk;

/* Each of the functions that follow returns DONE where it is the same, OTHER where it is not, or FAILED. */

static int is_same(Walk *walk, PyObject *value, int depth);

static int same_if(int condition)
{
    return condition ? DONE : OTHER;
}

static int compared(Walk *walk, const Step *step, size_t start, int done)
{
    Text *text = walk->writer.text;
    if (done == DONE && (text->length - start != step->length
            || memcmp(text->bytes + start, walk->memory->text + step->start, step->length) != 0))
        done = OTHER;
    text->length = start;
    return done;
}

static int has_same_text(Walk *walk, const Step *step, PyObject *value, int depth)
{
    size_t start = walk->writer.text->length;
    walk->writer.room = step->room;
    return compared(walk, step, start, write_value(&walk->writer, value, depth));
}

static int has_same_characters(Walk *walk, const Step *step, PyObject *value)
{
    size_t start = walk->writer.text->length;
    Py_ssize_t characters;
    walk->writer.room = step->room;
    characters = ascii_text(&walk->writer, value, PyUnicode_GetLength(value), limit_of(&walk->writer));
    return compared(walk, step, start, characters >= 0 ? DONE : characters == -2 ? OTHER : FAILED);
}

/* The next value of a holder. Python may change the holder while it makes a text. */
static int is_same_item(Walk *walk, PyObject *value, int depth)
{
    int done;
    if (walk->step->kind == KEPT)
        return same_if(value == walk->step++->kept);
    Py_IncRef(value);
    done = is_same(walk, value, depth + 1);
    Py_DecRef(value);
    return done;
}

/* The next name or key of a holder, and its value. */
static int is_same_pair(Walk *walk, PyObject *name, PyObject *value, int depth)
{
    const Step *step = walk->step;
    int done;
    if (step[0].kind == KEPT && step[1].kind == KEPT) {
        walk->step += 2;
        return same_if(name == step[0].kept && value == step[1].kept);
    }
    Py_IncRef(value);
    done = is_same_item(walk, name, depth);
    if (done == DONE)
        done = is_same_item(walk, value, depth);
    Py_DecRef(value);
    return done;
}

static int has_same_row(Walk *walk, const Step *step, PyObject *value, int depth)
{
    int is_list = step->kind == LIST, done = DONE;
    Py_ssize_t position;
    if (Py_TYPE(value) != step->type)
        return OTHER;
    for (position = 0; position <= step->shown && done == DONE; position++) {
        Py_ssize_t length = is_list ? PyList_Size(value) : PyTuple_Size(value);
        if ((size_t)length != step->length)
            return OTHER;
        if (position < step->shown)
            done = is_same_item(
                walk, is_list ? PyList_GetItem(value, position) : PyTuple_GetItem(value, position), depth);
    }
    return done;
}

static int has_same_pairs(Walk *walk, const Step *step, PyObject *value, int depth)
{
    Py_ssize_t position = 0;
    PyObject *key, *item;
    int shown = step->shown, done = same_if((size_t)PyDict_Size(value) == step->length);
    while (done == DONE && shown-- > 0) {
        if (!PyDict_Next(value, &position, &key, &item))
            return OTHER;
        done = is_same_pair(walk, key, item, depth);
    }
    return done;
}

static int has_same_items(Walk *walk, const Step *step, PyObject *value, int depth)
{
    PyObject *items, *item;
    int shown = step->shown, done = DONE;
    if (Py_TYPE(value) != step->type || (size_t)PyObject_Size(value) != step->length)
        return OTHER;
    items = shown > 0 ? PyObject_GetIter(value) : NULL;
    while (done == DONE && shown-- > 0 && items != NULL && (item = PyIter_Next(items)) != NULL) {
        done = is_same_item(walk, item, depth);
        Py_DecRef(item);
    }
    Py_DecRef(items);
    return PyErr_Occurred() ? FAILED : done;
}

static int has_same_attributes(Walk *walk, const Outline *outline, PyObject *value, int depth)
{
    const Step *step = walk->step++;
    Attributes attributes;
    PyObject *name, *held;
    int shown = step->shown, done = OTHER;
    if (open_attributes(&attributes, outline, value) < 0)
        PyErr_Clear();
    else
        done = same_if((size_t)attributes.length == step->length);
    while (done == DONE && shown-- > 0)
        done = next_attribute(&attributes, &name, &held) ? is_same_pair(walk, name, held, depth) : OTHER;
    close_attributes(&attributes);
    return done;
}

static int is_same_member(Walk *walk, PyObject *value, int depth)
{
    PyObject *dict = dict_of(value, NULL), *name, *held;
    int done = OTHER;
    walk->step++;
    if (dict == NULL) {
        PyErr_Clear();
        return OTHER;
    }
    find_member(dict, &name, &held);
    if (name != NULL && held != NULL)
        done = same_if(walk->step++->kept == name);
    if (done == DONE && depth < DEPTH)
        done = is_same_item(walk, held, depth);
    Py_DecRef(dict);
    return done;
}

static int has_same_parts(Walk *walk, const Step *step, PyObject *value)
{
    const Outline *outline = outline_of(walk->writer.texts, Py_TYPE(value));
    PyObject *names;
    Py_ssize_t index;
    int same = 1;
    if (outline == NULL || outline->serial != step->serial)
        return outline == NULL ? FAILED : OTHER;
    Py_IncRef(names = outline->parts);
    for (index = 0; same && index < PyTuple_Size(names); index++) {
        PyObject *kept = walk->step++->kept, *part = part_of(value, PyTuple_GetItem(names, index));
        same = is_same_part(kept, part);
        Py_DecRef(part);
    }
    Py_DecRef(names);
    return same_if(same);
}

static int is_same_class(Walk *walk, const Step *step, PyObject *value)
{
    const Outline *outline;
    if (!PyType_Check(value))
        return OTHER;
    outline = outline_of(walk->writer.texts, (PyTypeObject *)value);
    return outline == NULL ? FAILED : same_if(outline->serial == step->serial);
}

static int has_same_pattern(Walk *walk, PyObject *value)
{
    PyObject *pattern = PyObject_GetAttrString(value, "pattern");
    if (pattern == NULL)
        return FAILED;
    Py_DecRef(pattern);  /* the value keeps it */
    return same_if(pattern == walk->step++->kept);
}

static int has_same_content(Walk *walk, PyObject *value, int depth);

static int is_same_instance(Walk *walk, const Step *step, PyObject *value, int depth)
{
    const Outline *found = outline_of(walk->writer.texts, Py_TYPE(value));
    Outline outline;
    int done = DONE;
    if (found == NULL || found->serial != step->serial)
        return found == NULL ? FAILED : OTHER;
    outline = *found;  /* its place may become another class's */
    switch (outline.shows) {
    case SHOWS_NAME:
        return DONE;
    case SHOWS_PATTERN:
        return has_same_pattern(walk, value);
    case SHOWS_REPR:
        return same_if(walk->step++->kept == value);
    case SHOWS_MEMBER:
        return is_same_member(walk, value, depth);
    case SHOWS_STR: case SHOWS_LIST: case SHOWS_TUPLE: case SHOWS_ITEMS: case SHOWS_ROW:
        done = has_same_content(walk, value, depth);
    }
    return done == DONE && outline.shows != SHOWS_ROW ? has_same_attributes(walk, &outline, value, depth) : done;
}

/* What a holder holds. An instance may hold by its class and by its dict. */
static int has_same_content(Walk *walk, PyObject *value, int depth)
{
    const Step *step = walk->step++;
    switch (step->kind) {
    case LIST: case TUPLE:
        return has_same_row(walk, step, value, depth);
    case PAIRS:
        return Py_TYPE(value) == step->type ? has_same_pairs(walk, step, value, depth) : OTHER;
    case ROW:
        return has_same_items(walk, step, value, depth);
    case CHARACTERS:
        return has_same_characters(walk, step, value);
    default:
        return is_same_instance(walk, step, value, depth);
    }
}

static int is_same(Walk *walk, PyObject *value, int depth)
{
    const Step *step = walk->step++;
    switch (step->kind) {
    case KEPT:
        return same_if(value == step->kept);
    case AGAIN:
        return has_same_text(walk, step, value, depth);
    case REDACTED:
        return DONE;
    case CLASS:
        return is_same_class(walk, step, value);
    case PARTS:
        return has_same_parts(walk, step, value);
    case CYCLE:
        return same_if(is_under_way(&walk->writer, value, depth));
    default:  /* HOLDER */
        if (is_under_way(&walk->writer, value, depth))
            return OTHER;
        walk->writer.under_way[depth] = value;
        return has_same_content(walk, value, depth);
    }
}

int append_remembered(const Texts *texts, Text *text, const Memory *memory, PyObject *value, unsigned long *number)
{
    Walk walk = {{texts, text, 0, NULL, 0, {NULL}}, memory, NULL};
    int done;
    if (memory == NULL || memory->value != value)
        return OTHER;
    walk.step = memory->content.steps;
    done = is_same(&walk, value, 0);
    if (done == DONE && memory->number != *number)
        append(text, memory->text, memory->length);
    *number = memory->number;
    return done;
}
