/** Starts a program under the agent, connects its streams, and says how it ended; uses zt-exec. */
package dev.leadline.launch;
