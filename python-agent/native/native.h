/* What the files of the module share. */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x03060000
#include <Python.h>
#include <structmember.h>
#include <string.h>

/* What all versions export, under names of ours, since headers declare it or not. */
extern PyTypeObject frame_type __asm__("PyFrame_Type");
extern const char *utf8_of(PyObject *, Py_ssize_t *) __asm__("PyUnicode_AsUTF8AndSize");

/* Make a type of the heap, and add it to the module; borrowed. vectorcalls: its instances have a vectorcall. */
PyTypeObject *add_type(PyObject *module, const char *name, size_t size, PyType_Slot *slots, int vectorcalls);

/* The last step of a tp_dealloc. */
void end_of(PyObject *self);

/* None. As a small number, it is counted by the interpreter's own functions, which know whether it is immortal. */
PyObject *nothing(void);

/* JSON in ASCII that grows; after an append that failed, `failed` is set. */
typedef struct {
    char *bytes;
    size_t length, size;
    int failed;
} Text;

/* Make room for so many bytes more. */
int grow(Text *text, size_t length);

static inline void append(Text *text, const char *bytes, size_t length)
{
    if (text->length + length > text->size && !grow(text, length))
        return;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

/* Put bytes in front of what was appended from `start` on. */
void insert(Text *text, size_t start, const char *bytes, size_t length);

void append_plain(Text *text, const char *bytes);

/* Whether a character is the same in JSON. */
static inline int stands_as_it_is(Py_UCS4 character)
{
    return character >= ' ' && character < 127 && character != '"' && character != '\\';
}

/* Write a number there, of at most 20 characters with no zero behind them; what is behind it. */
char *write_number(char *to, long long number);
void append_number(Text *text, long long number);

/* Append a string as it stands within quotes of JSON. The number of its characters, or -1. */
Py_ssize_t append_escaped(Text *text, PyObject *string);

/* The exception that is set, taken away with its class and traceback, as PyErr_Restore() gives it back. */
typedef struct {
    PyObject *type, *fault, *traceback;
} Raised;

Raised take_raised(void);
void drop_raised(Raised raised);

/* What the texts of values are made with; see values/texts.py and values/writer.py for what each of it does. */
typedef struct {
    PyObject *leaves;   /* dict: id of a class -> makes the text of (value, limit) */
    PyObject *hidden;   /* dict: name -> whether its value is a secret */
    PyObject *hides;    /* finds that out for a name that is not in the dict */
    PyObject *labels;   /* set: names of attributes that stand as they are */
    PyObject *outline;  /* name of a class, and what the text of an instance shows */
    PyObject *have_numbered;  /* has CPython give the state of a class its number */
    PyObject *text;     /* the text of a value, whatever it is */
    PyObject *part;     /* the same of a value that others hold */
    PyObject *fault_text; /* what stands for a text that could not be made, by the fault; raises the program's own */
    PyObject *no_name;  /* an empty str */
} Texts;

/* Whether the value under a name, an exact str, is a secret: 1, 0, or -1 with an error set. */
int hides(const Texts *texts, PyObject *name);

/*
 * Append the text of a value. 0, or -1 with an error set. number: which text of a value it is, 0 where that will not be
 * known again. Where the number that is given is that of the text, nothing is appended.
 */
int append_value(const Texts *texts, Text *text, PyObject *value, unsigned long *number);

enum {SHORT = 200};  /* characters of a string that is kept, whatever else is */

/* Whether a value cannot change, nothing can see how long it lives, and it has no more characters or bytes than that. */
int is_constant(PyObject *value, Py_ssize_t longest);

/* A thread's Values, see variables.c. Each piece is a str, None where there is none, or null with an error set. */
PyObject *args_of_call(PyObject *values, PyObject *frame);
PyObject *args_that_wait(PyObject *values, PyObject *frame);
PyObject *changed_locals(PyObject *values, PyObject *frame);
PyObject *returned_value(PyObject *values, PyObject *frame, PyObject *value);
int forget_frame(PyObject *values, PyObject *frame);

/* The entry of an object at this address in an IdTable; borrowed, null where there is none. */
PyObject *entry_of(PyObject *table, const void *key);

/* Set an entry, or take it out where it is null. 0, or -1 with an error set. */
int set_entry(PyObject *table, const void *key, PyObject *entry);
int is_id_table(PyObject *object);

/* Attributes of a frame; references of the caller's. The frame below may be None, or null with an error set. */
PyObject *code_of(PyObject *frame);
PyObject *below(PyObject *frame);
PyObject *get_f_trace(PyObject *frame);
int set_f_trace(PyObject *frame, PyObject *local);
int hide_lines(PyObject *frame);

/*
 * find_fast_locals(frame, values, size, is_behind): whether fast_local() can be used. values: of the first variables of
 * the frame; size: bytes of the frame object; is_behind: what it points to has the variables.
 */
PyObject *find_fast_locals(PyObject *module, PyObject *given);

/* The variable with this index in co_varnames, of a function that has no cells: borrowed, null where it is unset. */
PyObject *fast_local(PyObject *frame, Py_ssize_t index);

/* join_batch(head, pieces, count): the bytes of a line, which begins with `head` and has so many first pieces; of these,
 * calls, returns, exceptions, opcodes, lines that have a name, and all that have one. */
PyObject *join_batch(PyObject *module, PyObject *given);

int load_frames(PyObject *module);
int load_id_table(PyObject *module);
int load_recorder(void);
int load_tracing(PyObject *module);
int load_variables(PyObject *module);
