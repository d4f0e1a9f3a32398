/** What a trace says: its header, its events, its end. Knows no other package of Leadline. */
package dev.leadline.event;
