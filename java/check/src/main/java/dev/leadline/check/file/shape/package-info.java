/**
 * Shapes of a check file's values: they read nodes, report what is wrong with its place, and
 * describe themselves as JSON Schema.
 */
package dev.leadline.check.file.shape;
