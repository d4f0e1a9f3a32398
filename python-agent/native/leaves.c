/*
 * Texts of values that hold no others, as values/leaves.py writes them. Exact builtin types are read by their own
 * functions; what is rare is written in Python.
 */
#include "values.h"
#include <stdio.h>

enum {LEAST = 20, LONGEST_NAME = 100};  /* as in values/ */
enum {FLOATS = 256, LONGEST_FLOAT = 32};

extern PyTypeObject function_type __asm__("PyFunction_Type"), method_type __asm__("PyMethod_Type");

/* Characters that a value which holds no others may have. */
long limit_of(const Writer *writer)
{
    return writer->room > LEAST ? writer->room : LEAST;
}

int took(Writer *writer, Py_ssize_t characters)
{
    writer->room -= (long)characters + 2;
    return DONE;
}

int took_plain(Writer *writer, const char *text)
{
    append_plain(writer->text, text);
    return took(writer, (Py_ssize_t)strlen(text));
}

/* Append the text that a function in Python makes of a value. */
static int append_made(Writer *writer, PyObject *make, PyObject *value, long limit)
{
    PyObject *made;
    Py_ssize_t length;
    Py_IncRef(value);
    made = PyObject_CallFunction(make, "Ol", value, limit);
    Py_DecRef(value);
    if (made == NULL)
        return FAILED;
    length = append_escaped(writer->text, made);
    Py_DecRef(made);
    return length < 0 ? FAILED : took(writer, length);
}

/* The literal of characters in ASCII, as repr() has it, in a buffer for four times as many; its length. */
static size_t ascii_literal(const Py_UCS4 *characters, Py_ssize_t length, char *literal)
{
    static const char digits[] = "0123456789abcdef";
    size_t end = 0;
    Py_ssize_t index;
    char quote = '\'';
    for (index = 0; index < length && quote == '\''; index++)
        if (characters[index] == '\'')
            quote = '"';
    for (index = 0; index < length && quote == '"'; index++)
        if (characters[index] == '"')
            quote = '\'';
    literal[end++] = quote;
    for (index = 0; index < length; index++) {
        Py_UCS4 character = characters[index];
        char letter = character == '\n' ? 'n' : character == '\t' ? 't' : character == '\r' ? 'r' : 0;
        if (character == (Py_UCS4)quote || character == '\\') {
            literal[end++] = '\\';
            literal[end++] = (char)character;
        } else if (letter != 0) {
            literal[end++] = '\\';
            literal[end++] = letter;
        } else if (character < ' ' || character == 127) {
            literal[end++] = '\\';
            literal[end++] = 'x';
            literal[end++] = digits[character >> 4];
            literal[end++] = digits[character & 15];
        } else {
            literal[end++] = (char)character;
        }
    }
    literal[end++] = quote;
    return end;
}

/* Append printable ASCII within quotes of JSON. */
static void append_literal(Text *text, const char *literal, size_t length)
{
    size_t start = 0, index;
    for (index = 0; index < length; index++) {
        if (literal[index] == '"' || literal[index] == '\\') {
            append(text, literal + start, index - start);
            append(text, "\\", 1);
            start = index;
        }
    }
    append(text, literal + start, length - start);
}

/* Append characters, if none of them is another in a literal or in JSON: 1, else 0, or -2 where one is not ASCII. */
static int append_simple(Text *text, const Py_UCS4 *characters, Py_ssize_t length)
{
    char literal[LONGEST + 2];
    Py_ssize_t index;
    int simple = 1;
    Py_UCS4 all = 0;
    for (index = 0; index < length; index++) {
        Py_UCS4 character = characters[index];
        all |= character;
        simple &= stands_as_it_is(character) && character != '\'';
        literal[index + 1] = (char)character;
    }
    if (all > 127)
        return -2;
    if (!simple)
        return 0;
    literal[0] = literal[length + 1] = '\'';
    append(text, literal, (size_t)length + 2);
    return 1;
}

/* Append the literal of a string's first characters. Its length, -1 with an error set, or -2 where it is not ASCII. */
Py_ssize_t ascii_text(Writer *writer, PyObject *value, Py_ssize_t length, long limit)
{
    Py_UCS4 characters[LONGEST];
    char literal[4 * LONGEST + 2];
    size_t end;
    Py_ssize_t shown = length < limit ? length : limit;
    int simple;
    PyObject *part = shown < length ? PyUnicode_Substring(value, 0, shown) : value;
    if (part == NULL || PyUnicode_AsUCS4(part, characters, shown, 0) == NULL)
        shown = -1;
    if (part != value)
        Py_DecRef(part);
    if (shown < 0)
        return -1;
    simple = append_simple(writer->text, characters, shown);
    if (simple == -2)
        return -2;
    end = (size_t)shown + 2;
    if (!simple) {
        end = ascii_literal(characters, shown, literal);
        if (end > (size_t)(2 * limit + 2)) {
            shown = shown < limit / 5 ? shown : limit / 5;
            end = ascii_literal(characters, shown, literal);
        }
        append_literal(writer->text, literal, end);
    }
    if (shown < length) {
        size_t more = (size_t)snprintf(literal, sizeof literal, "... (%zd characters)", length);
        append(writer->text, literal, more);
        end += more;
    }
    return (Py_ssize_t)end;
}

static PyObject *leaf_of(const Texts *texts, PyTypeObject *type)
{
    PyObject *key = PyLong_FromVoidPtr(type), *leaf = NULL;
    if (key != NULL)
        leaf = PyDict_GetItemWithError(texts->leaves, key);
    Py_DecRef(key);
    return leaf;
}

int write_made_leaf(Writer *writer, PyObject *value, long limit)
{
    PyObject *leaf = leaf_of(writer->texts, Py_TYPE(value));
    if (leaf != NULL)
        return append_made(writer, leaf, value, limit);
    return PyErr_Occurred() ? FAILED : OTHER;
}

/* Append a word and the qualified name of a function. */
static int write_qualified(Writer *writer, const char *before, PyObject *function, PyObject *value, long limit)
{
    PyObject *name = PyObject_GetAttrString(function, "__qualname__");
    Py_ssize_t characters = -1;
    if (name == NULL)
        return FAILED;
    if (Py_TYPE(name) == &PyUnicode_Type && PyUnicode_GetLength(name) <= LONGEST_NAME) {
        append_plain(writer->text, before);
        characters = append_escaped(writer->text, name);
        append(writer->text, ">", 1);
    }
    Py_DecRef(name);
    if (characters < 0)
        return write_made_leaf(writer, value, limit);
    return took(writer, (Py_ssize_t)strlen(before) + characters + 1);
}

static int write_method(Writer *writer, PyObject *value, long limit)
{
    PyObject *function = PyObject_GetAttrString(value, "__func__");
    int done = function == NULL ? FAILED : Py_TYPE(function) == &function_type
        ? write_qualified(writer, "<bound method ", function, value, limit) : write_made_leaf(writer, value, limit);
    Py_DecRef(function);
    return done;
}

int write_string(Writer *writer, PyObject *value, long limit)
{
    Py_ssize_t characters = -2;
    if (Py_TYPE(value) == &PyUnicode_Type)
        characters = ascii_text(writer, value, PyUnicode_GetLength(value), limit);
    if (characters == -2)
        return write_made_leaf(writer, value, limit);
    return characters < 0 ? FAILED : took(writer, characters);
}

static int write_int(Writer *writer, PyObject *value, long limit)
{
    char digits[24];
    int overflow;
    long long number = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (overflow)
        return write_made_leaf(writer, value, limit);
    *write_number(digits, number) = 0;
    return took_plain(writer, digits);
}

/*
 * The text of a number, or null with an error set. Texts are remembered by the bits of their numbers: making one takes
 * up to a microsecond, and what holds a number is written again where anything else in it has changed.
 */
static const char *float_text(double number)
{
    static struct {
        double number;
        char text[LONGEST_FLOAT];
    } known[FLOATS];
    unsigned long long bits;
    size_t place;
    char *text;
    memcpy(&bits, &number, sizeof bits);
    place = (size_t)(bits * 0x9e3779b97f4a7c15u >> 56);  /* one of FLOATS */
    if (known[place].text[0] != 0 && memcmp(&known[place].number, &number, sizeof number) == 0)
        return known[place].text;
    text = PyOS_double_to_string(number, 'r', 0, Py_DTSF_ADD_DOT_0, NULL);
    if (text == NULL)
        return NULL;
    known[place].number = number;
    snprintf(known[place].text, LONGEST_FLOAT, "%s", text);
    PyMem_Free(text);
    return known[place].text;
}

static int write_float(Writer *writer, PyObject *value)
{
    const char *text = float_text(PyFloat_AsDouble(value));
    return text == NULL ? FAILED : took_plain(writer, text);
}

int is_leaf(PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    return type == &PyUnicode_Type || type == &PyLong_Type || type == &PyFloat_Type || type == &function_type
        || type == &method_type || type == &PyBool_Type || value == Py_None || PyType_Check(value);
}

int write_leaf(Writer *writer, PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    long limit = limit_of(writer);
    if (type == &PyUnicode_Type)
        return write_string(writer, value, limit);
    if (type == &PyLong_Type)
        return write_int(writer, value, limit);
    if (type == &PyFloat_Type)
        return write_float(writer, value);
    if (type == &function_type)
        return write_qualified(writer, "<function ", value, value, limit);
    if (type == &method_type)
        return write_method(writer, value, limit);
    if (value == Py_None)
        return took_plain(writer, "None");
    if (type == &PyBool_Type)
        return took_plain(writer, value == Py_True ? "True" : "False");
    return OTHER;
}
