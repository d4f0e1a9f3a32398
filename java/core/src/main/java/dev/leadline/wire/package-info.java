/** One line of a trace, and the record it stands for; the only package that knows Jackson. */
package dev.leadline.wire;
