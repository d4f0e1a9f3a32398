/* JSON in ASCII, appended to. */
#include "native.h"
#include <stdio.h>

enum {FEW = 200};  /* characters of a string that needs no memory of its own to be read */

int grow(Text *text, size_t length)
{
    size_t size = 2 * (text->length + length) + 256;
    char *more = PyMem_Realloc(text->bytes, size);
    if (more == NULL) {
        text->failed = 1;
        return 0;
    }
    text->bytes = more;
    text->size = size;
    return 1;
}

void insert(Text *text, size_t start, const char *bytes, size_t length)
{
    size_t behind = text->length - start;
    append(text, bytes, length);
    if (text->failed)
        return;
    memmove(text->bytes + start + length, text->bytes + start, behind);
    memcpy(text->bytes + start, bytes, length);
}

void append_plain(Text *text, const char *bytes)
{
    append(text, bytes, strlen(bytes));
}

char *write_number(char *to, long long number)
{
    char digits[20], *start = digits + sizeof digits;
    unsigned long long left = number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number;
    do
        *--start = (char)('0' + left % 10);
    while ((left /= 10) != 0);
    if (number < 0)
        *--start = '-';
    memcpy(to, start, (size_t)(digits + sizeof digits - start));
    return to + (digits + sizeof digits - start);
}

void append_number(Text *text, long long number)
{
    char digits[20];
    append(text, digits, (size_t)(write_number(digits, number) - digits));
}

static void append_character(Text *text, Py_UCS4 character)
{
    char escaped[16];
    if (stands_as_it_is(character)) {
        escaped[0] = (char)character;
        append(text, escaped, 1);
    } else if (character == '"' || character == '\\') {
        escaped[0] = '\\';
        escaped[1] = (char)character;
        append(text, escaped, 2);
    } else if (character < 0x10000) {
        append(text, escaped, (size_t)snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned)character));
    } else {
        character -= 0x10000;
        append(text, escaped, (size_t)snprintf(
            escaped, sizeof escaped, "\\u%04x\\u%04x", 0xd800u | (unsigned)(character >> 10),
            0xdc00u | (unsigned)(character & 0x3ff)));
    }
}

static void append_characters(Text *text, const Py_UCS4 *characters, Py_ssize_t length)
{
    Py_ssize_t index;
    if (text->length + (size_t)length > text->size && !grow(text, (size_t)length))
        return;
    for (index = 0; index < length && stands_as_it_is(characters[index]); index++)
        text->bytes[text->length++] = (char)characters[index];
    for (; index < length; index++)
        append_character(text, characters[index]);
}

Py_ssize_t append_escaped(Text *text, PyObject *string)
{
    Py_ssize_t length = PyUnicode_GetLength(string);
    Py_UCS4 few[FEW], *characters = length <= FEW ? few : PyMem_Malloc((size_t)length * sizeof few[0]);
    if (length < 0 || characters == NULL || PyUnicode_AsUCS4(string, characters, length, 0) == NULL)
        length = -1;
    append_characters(text, characters, length);
    if (characters != few)
        PyMem_Free(characters);
    return length;
}
