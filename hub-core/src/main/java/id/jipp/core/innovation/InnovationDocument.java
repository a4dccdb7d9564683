package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Showing;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An innovation as the projection keeps it. Times in milliseconds since 1970.
 *
 * @param at the last entry that was applied to it; an earlier one changes nothing any more
 */
record InnovationDocument(
        String id,
        Place at,
        int revision,
        boolean withdrawn,
        String area,
        long publishedAt,
        long confirmedAt,
        long changedAt,
        @Nullable String retiredReason,
        FieldsV1 fields) {
    private static final int ACTIVE_MONTHS = 12;

    /** Whoever was not confirmed since then is not shown as active. */
    static Instant activeSince(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusMonths(ACTIVE_MONTHS).toInstant();
    }

    boolean isRetired() {
        return retiredReason != null;
    }

    /** Whether nobody revised, confirmed, retired or withdrew it since it was published. */
    boolean isAsPublished() {
        return revision == 1 && !withdrawn && !isRetired() && confirmedAt == publishedAt;
    }

    /** As much of it as may be shown; null for nothing. */
    @Nullable
    InnovationDocument shownAs(Showing showing) {
        return switch (showing) {
            case WHOLE -> this;
            case REFERENCE ->
                new InnovationDocument(
                        id,
                        at,
                        revision,
                        withdrawn,
                        area,
                        publishedAt,
                        confirmedAt,
                        changedAt,
                        isRetired() ? "" : null,
                        FieldsV1.of(fields.toFields().referredTo()));
            case NOTHING -> null;
        };
    }

    HubId hub() {
        return InnovationId.parse(id).orElseThrow().hub();
    }

    Innovation toInnovation(Instant now) {
        return toInnovation(now, false);
    }

    Innovation toInnovation(Instant now, boolean reference) {
        return new Innovation(
                InnovationId.parse(id).orElseThrow(),
                fields.toFields(),
                new AreaCode(area),
                revision,
                statusAt(now),
                Instant.ofEpochMilli(publishedAt),
                Instant.ofEpochMilli(confirmedAt),
                Instant.ofEpochMilli(changedAt),
                retiredReason,
                reference);
    }

    Status statusAt(Instant now) {
        if (withdrawn) {
            return Status.WITHDRAWN;
        }
        if (isRetired()) {
            return Status.RETIRED;
        }
        return confirmedAt >= activeSince(now).toEpochMilli() ? Status.ACTIVE : Status.UNCONFIRMED;
    }
}
