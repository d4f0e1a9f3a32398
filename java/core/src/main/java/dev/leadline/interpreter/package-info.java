/**
 * Finds the CPythons of a machine, asks each what it is, and chooses one; starts them through
 * zt-exec.
 */
package dev.leadline.interpreter;
