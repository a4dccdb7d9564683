/** The public HTTP API, version 1. */
@NullMarked
package id.jipp.ui.api;

import org.jspecify.annotations.NullMarked;
