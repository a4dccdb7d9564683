/** Text that people write, as every hub keeps and shows it. */
@NullMarked
package id.jipp.core.text;

import org.jspecify.annotations.NullMarked;
