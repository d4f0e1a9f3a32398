/** Which events are kept: the choice that the agent applies, made again when a trace is read. */
package dev.leadline.filter;
