package id.jipp.core.innovation;

import id.jipp.core.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What each entry makes of a record. Pure; an entry that does not follow from what is, changes nothing. */
final class InnovationHistory {
    private InnovationHistory() {}

    /**
     * The record after that entry.
     *
     * @param timeMillis when, as its author says, but never in our future
     * @return the very same object if the entry changes nothing
     */
    static @Nullable InnovationDocument after(
            @Nullable InnovationDocument now, InnovationEvent event, long position, long timeMillis) {
        if (now == null) {
            return event instanceof InnovationEvent.PublishedV1 published
                    ? published(published, position, timeMillis)
                    : null;
        }
        if (now.position() >= position || now.withdrawn()) {
            return now;
        }
        return switch (event) {
            case InnovationEvent.PublishedV1 again -> now;
            case InnovationEvent.RevisedV1 revised ->
                follows(now, revised.revision()) ? revised(now, revised, position, timeMillis) : now;
            case InnovationEvent.ConfirmedV1 confirmed -> now.isRetired() ? now : confirmed(now, position, timeMillis);
            case InnovationEvent.RetiredV1 retired ->
                follows(now, retired.revision()) && !now.isRetired()
                        ? retired(now, retired, position, timeMillis)
                        : now;
            case InnovationEvent.WithdrawnV1 withdrawn -> withdrawn(now, position, timeMillis);
        };
    }

    /** Whoever names the next revision has seen the last: a revision after the end takes the record up again. */
    private static boolean follows(InnovationDocument now, int revision) {
        return revision == now.revision() + 1;
    }

    private static InnovationDocument published(InnovationEvent.PublishedV1 event, long position, long time) {
        return new InnovationDocument(
                event.id(), position, 1, false, event.area(), time, time, time, null, contained(event.fields()));
    }

    private static InnovationDocument revised(
            InnovationDocument now, InnovationEvent.RevisedV1 event, long position, long time) {
        return new InnovationDocument(
                now.id(),
                position,
                event.revision(),
                false,
                event.area(),
                now.publishedAt(),
                Math.max(now.confirmedAt(), time),
                Math.max(now.changedAt(), time),
                null,
                contained(event.fields()));
    }

    private static InnovationDocument confirmed(InnovationDocument now, long position, long time) {
        return new InnovationDocument(
                now.id(),
                position,
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
            InnovationDocument now, InnovationEvent.RetiredV1 event, long position, long time) {
        return new InnovationDocument(
                now.id(),
                position,
                event.revision(),
                false,
                now.area(),
                now.publishedAt(),
                now.confirmedAt(),
                Math.max(now.changedAt(), time),
                PlainText.cut(PlainText.lines(event.reason()), InnovationRules.REASON_CHARS_MAX),
                now.fields());
    }

    private static InnovationDocument withdrawn(InnovationDocument now, long position, long time) {
        return new InnovationDocument(
                now.id(),
                position,
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
