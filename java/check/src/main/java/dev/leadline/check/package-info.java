/** Checks: runs of programs, each with what it must show, and what came of them. */
package dev.leadline.check;
