/** This hub's key pair, how it is kept, and the words people compare keys by. */
@NullMarked
package id.jipp.core.identity;

import org.jspecify.annotations.NullMarked;
