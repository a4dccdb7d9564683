package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An innovation as it is now, for reading.
 *
 * @param area the area it belongs to, resolved
 * @param revision 1 when published, one more with each change; guards an edit. A draft counts its saves
 * @param status as of the moment it was read
 * @param publishedAt null for a draft
 * @param confirmedAt when somebody last said that it still runs as described; null for a draft
 * @param retiredReason null unless retired; empty where it is only referred to
 * @param reference whether only its title, agency and area are told here, and the rest at its hub
 */
public record Innovation(
        InnovationId id,
        InnovationFields fields,
        AreaCode area,
        int revision,
        Status status,
        @Nullable Instant publishedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant changedAt,
        @Nullable String retiredReason,
        boolean reference) {}
