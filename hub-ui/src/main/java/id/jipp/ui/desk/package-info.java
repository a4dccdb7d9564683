/** The desk: what waits for me. */
@NullMarked
package id.jipp.ui.desk;

import org.jspecify.annotations.NullMarked;
