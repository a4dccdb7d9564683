/** Puts the machines under the rooms together: identity, log, store and projections. */
@NullMarked
package id.jipp.core.foundation;

import org.jspecify.annotations.NullMarked;
