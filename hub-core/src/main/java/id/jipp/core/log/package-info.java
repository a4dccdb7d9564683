/** The signed, append-only streams of all hubs this hub knows. Everything else is derived from them. */
@NullMarked
package id.jipp.core.log;

import org.jspecify.annotations.NullMarked;
