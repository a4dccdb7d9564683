/** Makes the documents of the demo's seminars from the texts in {@code src/main/demo}, while this module is built. */
@NullMarked
package id.jipp.demo;

import org.jspecify.annotations.NullMarked;
