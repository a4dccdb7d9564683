/** What the program does instead of running a hub: commands for operators. */
@NullMarked
package id.jipp.ui.command;

import org.jspecify.annotations.NullMarked;
