/** Golden traces: an execution as a text that people read in a diff. */
package dev.leadline.golden;
