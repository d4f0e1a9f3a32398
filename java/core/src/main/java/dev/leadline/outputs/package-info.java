/** What two runs of one program wrote and how they ended, side by side. */
package dev.leadline.outputs;
