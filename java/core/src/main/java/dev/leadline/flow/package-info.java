/**
 * The control flow of a code object, and whether two recordings of lines took one path through it.
 */
package dev.leadline.flow;
