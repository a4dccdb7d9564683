package id.jipp.sync.parcel;

import id.jipp.core.log.HubId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel is to carry.
 *
 * @param recipient for whom; null for anybody we are known to, with public streams only
 * @param everything all it may have, not only what we do not know it to hold
 * @param fileBytesMax files up to this size each; 0 for none, {@link Long#MAX_VALUE} for all it may have
 */
public record ParcelOrder(@Nullable HubId recipient, boolean everything, long fileBytesMax) {
    /** @throws IllegalArgumentException for a negative size */
    public ParcelOrder {
        if (fileBytesMax < 0) {
            throw new IllegalArgumentException("A size of files is 0 or more; came: " + fileBytesMax);
        }
    }

    /** A size of files as people write it: {@code none}, {@code all}, or a number of MB; empty if it is none of these. */
    public static Optional<Long> fileBytesMax(String text) {
        return switch (text) {
            case "none" -> Optional.of(0L);
            case "all" -> Optional.of(Long.MAX_VALUE);
            default -> text.matches("[0-9]{1,5}") ? Optional.of(Long.parseLong(text) << 20) : Optional.empty();
        };
    }
}
