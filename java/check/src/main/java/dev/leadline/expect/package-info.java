/** What a run must show, and whether it did. */
package dev.leadline.expect;
