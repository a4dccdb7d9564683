/** The public face: server-rendered pages that need no login and no script. */
@NullMarked
package id.jipp.ui.open;

import org.jspecify.annotations.NullMarked;
