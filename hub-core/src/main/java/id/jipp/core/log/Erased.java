package id.jipp.core.log;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The author of a stream says that payloads of it are gone for good. Kind {@code log.erased}, version 1, in the same
 * stream or a later epoch of it, so that whoever may have the one hears of the other. Every log that holds it has erased
 * them, and takes none of them in again.
 *
 * @param stream the one they stood in
 * @param numbers theirs, 1 to 1,000
 * @param reason a code, 1 to 32 of a-z and -; nothing about a person
 */
public record Erased(StreamName stream, List<Long> numbers, String reason) {
    public static final String KIND = "log.erased";
    public static final int NUMBERS_MAX = 1_000;

    private static final int READ_BYTES = 4 * 1024 * 1024;

    /** What the log itself is told by is never erased: without it nobody could tell that something is. */
    private static final String LOGS_OWN = "log.";

    private static final Pattern REASON = Pattern.compile("[a-z][a-z-]{0,31}");

    /** @throws IllegalArgumentException naming what was expected and what came */
    public Erased {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty() || numbers.size() > NUMBERS_MAX) {
            throw new IllegalArgumentException(
                    "An erasure names 1 to " + NUMBERS_MAX + " entries; came: " + numbers.size());
        }
        if (numbers.stream().anyMatch(number -> number < 1 || number > LogLimits.SEQ_MAX)) {
            throw new IllegalArgumentException("A number is 1 to 2^40 - 1");
        }
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("A reason is a code of a-z and -; came: " + Shown.text(reason));
        }
    }

    @JsonPropertyOrder({"stream", "numbers", "reason"})
    private record Form(
            @Nullable String stream,
            @Nullable List<@Nullable Long> numbers,
            @Nullable String reason) {}

    public NewEntry entry() {
        return new NewEntry(
                KIND,
                1,
                PayloadJson.MAPPER.writeValueAsBytes(
                        new Form(stream.value(), List.<@Nullable Long>copyOf(numbers), reason)));
    }

    /**
     * What that entry erases; empty if it is no such entry, is malformed, names what did
     * not yet stand there, or is about another audience's stream.
     */
    public static Optional<Erased> of(Entry entry) {
        byte[] content =
                entry.header().kind().equals(KIND) && entry.header().kindVersion() == 1 ? entry.content() : null;
        if (content == null) {
            return Optional.empty();
        }
        try {
            Form form = PayloadJson.MAPPER.readValue(content, Form.class);
            if (form == null || form.stream() == null || form.numbers() == null || form.reason() == null) {
                return Optional.empty();
            }
            StreamName own = entry.stream().name();
            Erased erased = new Erased(
                    new StreamName(form.stream()),
                    form.numbers().stream()
                            .map(java.util.Objects::requireNonNull)
                            .toList(),
                    form.reason());
            boolean ofThisAudience = erased.stream.first().equals(own.first()) && erased.stream.epoch() <= own.epoch();
            boolean wasThere =
                    !erased.stream.equals(own) || erased.numbers.stream().allMatch(number -> number < entry.seq());
            return ofThisAudience && wasThere ? Optional.of(erased) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
            return Optional.empty();
        }
    }

    /**
     * What erases all entries of that kind in the stream, also in its earlier epochs; empty if there are none.
     *
     * @param stream this hub's own, in the epoch that counts
     */
    public static List<NewEntry> each(HubLog log, StreamId stream, Predicate<Entry> gone, ErasureReason reason) {
        List<NewEntry> erasing = new ArrayList<>();
        for (int epoch = 1; epoch <= stream.name().epoch(); epoch++) {
            StreamId one = new StreamId(stream.hub(), stream.name().at(epoch));
            List<Long> numbers = new ArrayList<>();
            long after = 0;
            for (List<Entry> range = read(log, one, after); !range.isEmpty(); range = read(log, one, after)) {
                range.stream()
                        .filter(entry -> !entry.isErased() && isErasable(entry.header()) && gone.test(entry))
                        .forEach(entry -> numbers.add(entry.seq()));
                after = range.getLast().seq();
            }
            for (int from = 0; from < numbers.size(); from += NUMBERS_MAX) {
                List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_MAX));
                erasing.add(new Erased(one.name(), some, reason.code()).entry());
            }
        }
        return erasing;
    }

    private static List<Entry> read(HubLog log, StreamId stream, long after) {
        return log.read(stream, after, LogLimits.RANGE_ENTRIES_MAX, READ_BYTES);
    }

    /** Whether an entry of that kind can lose its payload. */
    static boolean isErasable(EntryHeader header) {
        return !header.kind().startsWith(LOGS_OWN);
    }
}
