/** The benchmarks: each figure beside a limit measured in the same run, because machines differ and so do hours. */
@NullMarked
package id.jipp.ui.bench;

import org.jspecify.annotations.NullMarked;
