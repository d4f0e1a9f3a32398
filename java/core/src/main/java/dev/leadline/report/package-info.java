/** The forms in which a trace is shown: one event sink for each, and one list of them. */
package dev.leadline.report;
