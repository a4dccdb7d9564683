/** What the hub says about itself to whoever watches over it. */
@NullMarked
package id.jipp.ui.health;

import org.jspecify.annotations.NullMarked;
