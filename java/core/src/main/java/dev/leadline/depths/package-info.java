/** Measures the stacks of a run: what stands beneath the program, and which cutoff parts them. */
package dev.leadline.depths;
