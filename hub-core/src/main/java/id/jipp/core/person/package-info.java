/** People as their home hub presents them, and the roles they hold. */
@NullMarked
package id.jipp.core.person;

import org.jspecify.annotations.NullMarked;
