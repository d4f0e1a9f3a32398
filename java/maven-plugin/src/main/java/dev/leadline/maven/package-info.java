/** The goals of the Maven plugin: each is a command of the command line, run in Maven's JVM. */
package dev.leadline.maven;
