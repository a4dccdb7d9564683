/** What a hub is told from outside when it starts: who it is, where it keeps things, how it is reached. */
@NullMarked
package id.jipp.core.settings;

import org.jspecify.annotations.NullMarked;
