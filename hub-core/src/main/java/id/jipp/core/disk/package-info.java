/** How the files of the log and of the embedded store are held open. */
@NullMarked
package id.jipp.core.disk;

import org.jspecify.annotations.NullMarked;
