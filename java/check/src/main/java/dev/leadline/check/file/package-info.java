/**
 * Check files: a plan written as YAML or JSON, and the schema by which editors help to write it.
 */
package dev.leadline.check.file;
