/** Tables from files people have: CSV in any usual encoding, XLSX; bounded, and hostile until checked. */
@NullMarked
package id.jipp.core.table;

import org.jspecify.annotations.NullMarked;
