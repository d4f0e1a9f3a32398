/* What the files share that write the text of a value. */
#include "native.h"

enum {DONE, OTHER, FAILED};  /* OTHER: the value is to be written in Python */
enum {LONGEST = 200, DEPTH = 3};  /* as in values/ */

extern PyObject *dict_of(PyObject *, void *) __asm__("PyObject_GenericGetDict");

/* What a text was made of, step by step in the order of the writing; see contents.c. */
typedef struct {
    char kind;
    short shown;    /* items of a holder that the text shows: as many values follow */
    int room;       /* of the writer, before the step */
    size_t length;  /* of a holder, or of the part of the text that is made anew */
    union {
        PyObject *kept;
        PyTypeObject *type;
        unsigned long serial;
        size_t start;
    };
} Step;

typedef struct {
    Step *steps;
    size_t length, size;
    size_t characters;  /* of long strings that are kept */
    int failed;
} Content;

typedef struct {
    const Texts *texts;
    Text *text;
    long room;                       /* characters that are left */
    Content *content;                /* where the steps are noted, or null */
    size_t start;                    /* of the whole in the text */
    PyObject *under_way[DEPTH + 1];  /* the values that hold the one that is written */
} Writer;

/* leaves.c: each returns DONE, OTHER or FAILED but where it says otherwise. */

/* Characters that a value which holds no others may have. */
long limit_of(const Writer *writer);
int took(Writer *writer, Py_ssize_t characters);
int took_plain(Writer *writer, const char *text);

/* Whether it is of a class that write_leaf() serves, or a class. */
int is_leaf(PyObject *value);

/* A value that holds no others; OTHER where it may. */
int write_leaf(Writer *writer, PyObject *value);

/* Str or bytes. */
int write_string(Writer *writer, PyObject *value, long limit);

/* What the function in Python for the instances of a class makes of it; OTHER where there is none. */
int write_made_leaf(Writer *writer, PyObject *value, long limit);

/* Append the literal of a string's first characters. Its length, -1 with an error set, or -2 where it is not ASCII. */
Py_ssize_t ascii_text(Writer *writer, PyObject *value, Py_ssize_t length, long limit);

/* outlines.c */

/*
 * What the text of an instance shows, as in values/outlines.py: attributes, behind what it has of a builtin class
 * (SHOWS_STR, SHOWS_LIST, SHOWS_TUPLE, SHOWS_ITEMS) or in slots; the fields of a named tuple; a member of an enumeration;
 * values in a row; what repr() makes. Python makes the others: a value that is KEPT cannot change, PARTS are all that it
 * depends on.
 */
enum {SHOWS_DICT = 1, SHOWS_STR, SHOWS_LIST, SHOWS_TUPLE, SHOWS_ITEMS, SHOWS_NAME, SHOWS_PATTERN, SHOWS_SLOTS,
      SHOWS_FIELDS, SHOWS_MEMBER, SHOWS_ROW, SHOWS_REPR, SHOWS_KEPT, SHOWS_PARTS, SHOWS_LEAF, SHOWS_ELSE};

/* What is known of a class, for as long as its version stands: CPython gives each state of a class a number, or 0. */
typedef struct {
    PyTypeObject *type;
    unsigned version;
    char *short_name;      /* as tp_name; CPython gives no new version for another name */
    char *name;            /* JSON of its name in texts */
    Py_ssize_t characters; /* of the name */
    long shows;
    PyObject *parts;       /* tuple of str, see values/outlines.py */
    int has_dict;
    unsigned long serial;  /* of this state of this class */
} Outline;

/* Null with an error set. */
const Outline *outline_of(const Texts *texts, PyTypeObject *type);

/* instances.c */

enum {MOST_SLOTS = 30, WIDTH = 10};  /* as in values/ */

/* What an instance has by name: its slots, then its dict; or the fields of a named tuple, as far as a text shows them. */
typedef struct {
    PyObject *names, *dict;      /* of the slots; null where there is none */
    PyObject *found[MOST_SLOTS]; /* values of the slots, null where one is not set */
    Py_ssize_t slots, length;    /* how many slots, and how many values in all */
    Py_ssize_t slot, position;   /* the next ones */
} Attributes;

/* 0, or -1 with an error set. */
int open_attributes(Attributes *attributes, const Outline *outline, PyObject *value);
void close_attributes(Attributes *attributes);

/* The next name and value, borrowed; whether there is one. */
int next_attribute(Attributes *attributes, PyObject **name, PyObject **value);

/* The name and the value of a member of an enumeration; borrowed, null where there is none. */
void find_member(PyObject *dict, PyObject **name, PyObject **value);

/* A part that a getter in C reads, with no name how many items there are: a reference of the caller's, or null where it is unset. */
PyObject *part_of(PyObject *value, PyObject *name);

/* Whether a text that Python made is that of the very value for ever, so that it may be kept. -1 with an error set. */
int is_lasting(const Texts *texts, PyObject *value);

int write_class(Writer *writer, PyObject *value);
int write_instance(Writer *writer, PyObject *value, int depth);

/* values.c */

/* The text of a named value, or what stands for a secret. */
int write_named(Writer *writer, PyObject *name, PyObject *value, int depth);

/* After so many that are shown: how many there are of all, where some are missing. */
void tell_length(Writer *writer, Py_ssize_t shown, Py_ssize_t length, const char *between, const char *what);

/* Lists, tuples, and what an instance of a class derived from one holds. */
int write_row(Writer *writer, PyObject *value, int depth, int is_list);
int write_dict(Writer *writer, PyObject *value, int depth);

/* Values that an iterator gives, with what stands before and behind them, or for none. */
int write_iterated(Writer *writer, PyObject *value, int depth, PyObject *around);

/* Append the value at a depth: how many others hold it. */
int write_value(Writer *writer, PyObject *value, int depth);
int is_under_way(const Writer *writer, PyObject *value, int depth);

/* contents.c */

/*
 * Kinds of steps. A value is KEPT, written AGAIN, REDACTED, a CYCLE, a CLASS in a known state, known by its PARTS, each of
 * which is kept, or a HOLDER, which what it holds follows.
 */
enum {KEPT, AGAIN, REDACTED, CYCLE, CLASS, PARTS, HOLDER, LIST, TUPLE, PAIRS, ROW, CHARACTERS, INSTANCE, ATTRIBUTES, MEMBER};

/* Note a step; never null. */
Step *note(Writer *writer, int kind);

/* A holder of a class, with so many items; steps_of() before it is its number for note_shown(). */
void note_holder(Writer *writer, int kind, PyObject *value, Py_ssize_t length);
void note_shown(Writer *writer, size_t step, Py_ssize_t shown);

/* What was appended from `start` of the text on, when the writer had this room. */
void note_again(Writer *writer, int kind, size_t start, long room);

/* A value that is kept; it may be null. */
void note_kept(Writer *writer, PyObject *value);

/* The same of a value that is no holder, or that Python wrote; it is kept where it may be. */
void note_value(Writer *writer, PyObject *value, size_t start, long room);

/* How many steps there are; and forget all but so many. */
size_t steps_of(const Writer *writer);
void forget_steps(Content *content, size_t length);

/* parts.c */

/* Note the parts that the text of a value depends on: whether it has such, and all can be kept. */
int note_parts(Writer *writer, PyObject *value);

/* Whether a part is as it was kept. */
int is_same_part(PyObject *kept, PyObject *part);

/* What is remembered of a value; the caller's until release_memory(). Null where another one uses it. */
typedef struct Memory Memory;
Memory *memory_of(const Texts *texts, PyObject *value);
void release_memory(Memory *memory);

/* Append the text that the value had, where it has it still: DONE, OTHER or FAILED. number: as of append_value(). */
int append_remembered(const Texts *texts, Text *text, const Memory *memory, PyObject *value, unsigned long *number);

/* Where the steps of the value's next text are noted; and have it remembered: the number of the text, or 0. */
Content *empty_content(Memory *memory);
unsigned long remember(Memory *memory, PyObject *value, const char *text, size_t length);
