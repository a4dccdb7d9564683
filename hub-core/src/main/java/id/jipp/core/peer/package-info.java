/** The hubs we know, and what we offer to and accept from each. */
@NullMarked
package id.jipp.core.peer;

import org.jspecify.annotations.NullMarked;
