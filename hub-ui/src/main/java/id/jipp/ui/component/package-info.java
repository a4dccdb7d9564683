/** Small pieces that several pages share. */
@NullMarked
package id.jipp.ui.component;

import org.jspecify.annotations.NullMarked;
