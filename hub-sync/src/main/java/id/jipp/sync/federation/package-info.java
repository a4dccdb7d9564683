/** One session per linked peer kept alive, and how each goes, in words. */
@NullMarked
package id.jipp.sync.federation;

import org.jspecify.annotations.NullMarked;
