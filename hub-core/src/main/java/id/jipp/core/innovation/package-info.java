/** Innovations: register, publish, revise, confirm, retire, import. */
@NullMarked
package id.jipp.core.innovation;

import org.jspecify.annotations.NullMarked;
