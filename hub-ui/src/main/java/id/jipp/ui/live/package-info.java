/** Screens that follow what happens: the only place that touches a UI from another thread. */
@NullMarked
package id.jipp.ui.live;

import org.jspecify.annotations.NullMarked;
