package id.jipp.ui.api;

import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.ui.component.Origins;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An innovation as the API shows it. {@code areaCode} and {@code areaName} are those the area was recognised as.
 *
 * @param reference whether only its title, agency and area are told here
 * @param originUrl where one that is only referred to is read; null if that is not known
 */
record InnovationView(
        String id,
        String hub,
        String status,
        int revision,
        String title,
        String localName,
        String agency,
        String areaCode,
        String areaName,
        @Nullable Integer year,
        String award,
        String category,
        String summary,
        String problem,
        String solution,
        String result,
        String beneficiaries,
        @Nullable String costClass,
        String legalBasis,
        List<Integer> sdg,
        @Nullable Boolean digital,
        @Nullable String phase,
        String sourceUrl,
        Map<String, String> notes,
        @Nullable OffsetDateTime publishedAt,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable OffsetDateTime changedAt,
        @Nullable String retiredReason,
        boolean reference,
        @Nullable String originUrl) {

    static InnovationView of(Innovation innovation, Areas areas, Origins origins, ZoneId zone) {
        InnovationFields fields = innovation.fields();
        return new InnovationView(
                innovation.id().toString(),
                innovation.id().hub().value(),
                innovation.status().code(),
                innovation.revision(),
                fields.title(),
                fields.localName(),
                fields.agency(),
                innovation.area().value(),
                areas.nameOf(innovation.area()),
                fields.year(),
                fields.award(),
                fields.category(),
                fields.summary(),
                fields.problem(),
                fields.solution(),
                fields.result(),
                fields.beneficiaries(),
                fields.costClass() == null ? null : fields.costClass().code(),
                fields.legalBasis(),
                fields.sdg(),
                fields.digital(),
                fields.phase() == null ? null : fields.phase().code(),
                fields.sourceUrl(),
                fields.notes(),
                at(innovation.publishedAt(), zone),
                at(innovation.confirmedAt(), zone),
                at(innovation.changedAt(), zone),
                innovation.retiredReason(),
                innovation.reference(),
                origins.of(innovation).orElse(null));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? null
                : instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone).toOffsetDateTime();
    }
}
