package id.jipp.core.innovation;

import id.jipp.core.log.Entry;
import id.jipp.core.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What each entry makes of a record. Pure; an entry that does not follow from what is, changes nothing. */
final class InnovationHistory {
    private InnovationHistory() {}

    /**
     * The record after that entry.
     *
     * @param entry the one that says so
     * @param present when it was said, as its author says, but never after this
     * @return the very same object if the entry changes nothing
     */
    static @Nullable InnovationDocument after(
            @Nullable InnovationDocument now, InnovationEvent event, Entry entry, long present) {
        Place at = Place.of(entry);
        long timeMillis = Math.min(entry.header().time().toEpochMilli(), present);
        if (now == null) {
            return event instanceof InnovationEvent.PublishedV1 published ? published(published, at, timeMillis) : null;
        }
        if (now.at().compareTo(at) >= 0 || now.withdrawn()) {
            return now;
        }
        return switch (event) {
            case InnovationEvent.PublishedV1 again -> now;
            case InnovationEvent.RevisedV1 revised ->
                follows(now, revised.revision()) ? revised(now, revised, at, timeMillis) : now;
            case InnovationEvent.ConfirmedV1 confirmed -> now.isRetired() ? now : confirmed(now, at, timeMillis);
            case InnovationEvent.RetiredV1 retired ->
                follows(now, retired.revision()) && !now.isRetired() ? retired(now, retired, at, timeMillis) : now;
            case InnovationEvent.WithdrawnV1 withdrawn -> withdrawn(now, at, timeMillis);
        };
    }

    /** Whoever names the next revision has seen the last: a revision after the end takes the record up again. */
    private static boolean follows(InnovationDocument now, int revision) {
        return revision == now.revision() + 1;
    }

    private static InnovationDocument published(InnovationEvent.PublishedV1 event, Place at, long time) {
        return new InnovationDocument(
                event.id(), at, 1, false, event.area(), time, time, time, null, contained(event.fields()));
    }

    private static InnovationDocument revised(
            InnovationDocument now, InnovationEvent.RevisedV1 event, Place at, long time) {
        return new InnovationDocument(
                now.id(),
                at,
                event.revision(),
                false,
                event.area(),
                now.publishedAt(),
                Math.max(now.confirmedAt(), time),
                Math.max(now.changedAt(), time),
                null,
                contained(event.fields()));
    }

    private static InnovationDocument confirmed(InnovationDocument now, Place at, long time) {
        return new InnovationDocument(
                now.id(),
                at,
                now.revision(),
                false,
                now.area(),
                now.publishedAt(),
                Math.max(now.confirmedAt(), time),
                now.changedAt(),
                null,
                now.fields());
    }

    private static InnovationDocument retired(
            InnovationDocument now, InnovationEvent.RetiredV1 event, Place at, long time) {
        return new InnovationDocument(
                now.id(),
                at,
                event.revision(),
                false,
                now.area(),
                now.publishedAt(),
                now.confirmedAt(),
                Math.max(now.changedAt(), time),
                PlainText.cut(PlainText.lines(event.reason()), InnovationRules.REASON_CHARS_MAX),
                now.fields());
    }

    private static InnovationDocument withdrawn(InnovationDocument now, Place at, long time) {
        return new InnovationDocument(
                now.id(),
                at,
                now.revision() + 1,
                true,
                now.area(),
                now.publishedAt(),
                now.confirmedAt(),
                Math.max(now.changedAt(), time),
                null,
                FieldsV1.of(InnovationFields.titled("")));
    }

    private static FieldsV1 contained(FieldsV1 fromAfar) {
        return FieldsV1.of(InnovationRules.contained(fromAfar.toFields()));
    }
}
