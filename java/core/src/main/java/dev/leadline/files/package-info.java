/** Files that are written: by one run at a time, and through no symbolic link of another user. */
package dev.leadline.files;
