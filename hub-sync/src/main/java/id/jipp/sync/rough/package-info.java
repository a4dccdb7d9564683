/** Lines as bad as real ones, on loopback; for tests and benchmarks. */
@NullMarked
package id.jipp.sync.rough;

import org.jspecify.annotations.NullMarked;
