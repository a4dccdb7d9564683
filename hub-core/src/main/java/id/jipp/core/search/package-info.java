/** Full text and every list, filter, sort and count over what may be read. */
@NullMarked
package id.jipp.core.search;

import org.jspecify.annotations.NullMarked;
