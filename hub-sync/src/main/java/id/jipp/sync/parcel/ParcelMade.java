package id.jipp.sync.parcel;

import id.jipp.core.log.HubId;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel carries that was made.
 *
 * @param recipient null for anybody
 * @param asks whether it asks that hub to be linked, and so carries nothing else yet
 * @param streams of which there are entries in it
 * @param bytes of the whole parcel
 */
public record ParcelMade(@Nullable HubId recipient, boolean asks, int streams, long entries, int files, long bytes) {}
