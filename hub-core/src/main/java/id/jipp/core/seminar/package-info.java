/** Seminars: when and where, what was on, who spoke. */
@NullMarked
package id.jipp.core.seminar;

import org.jspecify.annotations.NullMarked;
