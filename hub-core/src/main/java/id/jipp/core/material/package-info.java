/**
 * Files that belong to seminars and records: content-addressed bytes on disk, what each is made of, and who may have it.
 */
@NullMarked
package id.jipp.core.material;

import org.jspecify.annotations.NullMarked;
