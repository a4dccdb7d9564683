/** What callers were answered, kept for a day for those who did not hear it. */
@NullMarked
package id.jipp.core.answer;

import org.jspecify.annotations.NullMarked;
