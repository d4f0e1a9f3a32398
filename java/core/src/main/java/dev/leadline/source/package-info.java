/** Which source files may be read for a trace, and how much of them. */
package dev.leadline.source;
