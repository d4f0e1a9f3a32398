/** Two executions side by side: where they part, how often, and what causes it. */
package dev.leadline.compare;
