/** The one door through which the integration tests enter the command line in process. */
package dev.leadline.cli;
