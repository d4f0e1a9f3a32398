/** Events added up, by call path, by function and by depth, in bounded memory. */
package dev.leadline.calltree;
