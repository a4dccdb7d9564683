/** Where projections and plain documents are kept: by key only, in MongoDB or in its embedded stand-in. */
@NullMarked
package id.jipp.core.store;

import org.jspecify.annotations.NullMarked;
