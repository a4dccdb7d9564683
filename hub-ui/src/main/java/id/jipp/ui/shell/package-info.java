/** The frame around every page: rail, top bar, language, colour scheme, errors. */
@NullMarked
package id.jipp.ui.shell;

import org.jspecify.annotations.NullMarked;
