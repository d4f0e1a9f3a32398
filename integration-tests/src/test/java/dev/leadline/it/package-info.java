/** End to end: real programs on every interpreter found, against CPython itself. */
package dev.leadline.it;
