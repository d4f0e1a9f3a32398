/** The command line: one file per command, exit statuses in one place; the only user of picocli. */
package dev.leadline.cli;
