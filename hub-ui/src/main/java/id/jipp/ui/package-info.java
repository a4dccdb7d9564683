/** The application of one hub: pages, API and sockets over the core and sync. */
@NullMarked
package id.jipp.ui;

import org.jspecify.annotations.NullMarked;
