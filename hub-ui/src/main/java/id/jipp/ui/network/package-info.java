/** Links with other hubs: the map, the ledger, invite and accept. */
@NullMarked
package id.jipp.ui.network;

import org.jspecify.annotations.NullMarked;
