/** Runs one program on several interpreters at once, with the same input and surroundings. */
package dev.leadline.runs;
