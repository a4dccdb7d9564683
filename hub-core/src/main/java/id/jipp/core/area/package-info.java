/** Provinces and regencies of Indonesia with their official codes. */
@NullMarked
package id.jipp.core.area;

import org.jspecify.annotations.NullMarked;
