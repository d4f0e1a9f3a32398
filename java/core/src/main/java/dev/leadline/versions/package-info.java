/** One program on several interpreters: how far each run reached, and in what neighbours differ. */
package dev.leadline.versions;
