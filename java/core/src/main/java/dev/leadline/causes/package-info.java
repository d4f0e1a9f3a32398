/** The catalogue of what interpreters do differently, and the evidence by which each is known. */
package dev.leadline.causes;
