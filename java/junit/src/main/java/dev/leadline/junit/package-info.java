/** JUnit Jupiter tests that run Python programs and assert what these did. */
package dev.leadline.junit;
