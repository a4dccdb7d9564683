/** Rooms on the screen, and the socket they speak over. */
@NullMarked
package id.jipp.ui.room;

import org.jspecify.annotations.NullMarked;
