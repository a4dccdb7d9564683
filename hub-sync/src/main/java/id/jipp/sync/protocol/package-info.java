/** The words hubs say to each other, as in {@code hub-sync/PROTOCOL.md}. */
@NullMarked
package id.jipp.sync.protocol;

import org.jspecify.annotations.NullMarked;
