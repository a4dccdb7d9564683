/** The pages of the catalogue for those who are signed in: list, record, form, import. */
@NullMarked
package id.jipp.ui.innovation;

import org.jspecify.annotations.NullMarked;
