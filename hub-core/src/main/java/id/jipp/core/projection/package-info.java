/** Keeps what is derived from the log up to date: catch up, follow, rebuild. */
@NullMarked
package id.jipp.core.projection;

import org.jspecify.annotations.NullMarked;
