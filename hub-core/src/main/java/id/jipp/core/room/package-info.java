/** Rooms: topics, messages in one order for all, who takes part. */
@NullMarked
package id.jipp.core.room;

import org.jspecify.annotations.NullMarked;
