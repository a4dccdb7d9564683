/** One conversation with one peer, as a pure state machine: events in, actions out. */
@NullMarked
package id.jipp.sync.session;

import org.jspecify.annotations.NullMarked;
