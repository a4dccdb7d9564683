/** What a command answers: done, or refused with reasons a person can act on. */
@NullMarked
package id.jipp.core.outcome;

import org.jspecify.annotations.NullMarked;
