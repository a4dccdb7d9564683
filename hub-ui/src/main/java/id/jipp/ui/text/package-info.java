/** Every sentence the product says, in Indonesian and English. */
@NullMarked
package id.jipp.ui.text;

import org.jspecify.annotations.NullMarked;
