/** What a program did, activation by activation, in a temporary file instead of in memory. */
package dev.leadline.execution;
