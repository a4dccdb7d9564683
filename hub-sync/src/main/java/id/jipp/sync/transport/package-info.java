/** WebSockets between hubs: accept, connect, retry, bounded outbox. */
@NullMarked
package id.jipp.sync.transport;

import org.jspecify.annotations.NullMarked;
