/** Ends a process together with everything it started; knows only java.*. */
package dev.leadline.process;
