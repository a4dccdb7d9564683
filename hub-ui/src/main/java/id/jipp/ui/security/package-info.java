/** Who is signed in, and who may open what. */
@NullMarked
package id.jipp.ui.security;

import org.jspecify.annotations.NullMarked;
