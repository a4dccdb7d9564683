/** How the files of the log and of the embedded store are held open, and how their folders say what is in them. */
@NullMarked
package id.jipp.core.disk;

import org.jspecify.annotations.NullMarked;
