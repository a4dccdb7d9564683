/** What the hubs owe those whose data they hold: what is erased and who has done it, and the way out where a hub's key signed twice. */
@NullMarked
package id.jipp.core.trust;

import org.jspecify.annotations.NullMarked;
