/** Hubs as processes of their own, on this machine's disk and loopback: killed, cut off, lied to, and out of space. */
@NullMarked
package id.jipp.ui.process;

import org.jspecify.annotations.NullMarked;
