/** The same signed entries and files through one file, for hubs that have no line. */
@NullMarked
package id.jipp.sync.parcel;

import org.jspecify.annotations.NullMarked;
