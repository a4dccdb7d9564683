/** The pages of seminars: the list, one with its sessions, speakers and materials, the form, and the way files take. */
@NullMarked
package id.jipp.ui.seminar;

import org.jspecify.annotations.NullMarked;
