package id.jipp.core.seminar;

import id.jipp.core.log.HubId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All seminars in their order, each with the text it is found by. Thread-safe. */
final class SeminarList {
    private static final Comparator<Row> LATEST_FIRST = Comparator.comparing(
                    (Row row) -> row.seminar().start().begins())
            .reversed()
            .thenComparing(row -> row.seminar().id());

    private record Row(Seminar seminar, String words) {
        static Row of(Seminar seminar) {
            SeminarFields f = seminar.fields();
            String words = Stream.concat(
                            Stream.of(f.title(), f.place(), f.organiser(), f.topic()),
                            Stream.concat(
                                    f.speakers().stream()
                                            .flatMap(speaker ->
                                                    Stream.of(speaker.name(), speaker.post(), speaker.agency())),
                                    f.sessions().stream().map(Session::title)))
                    .collect(Collectors.joining("\n"));
            return new Row(seminar, words.toLowerCase(Locale.ROOT));
        }

        boolean matches(SeminarQuery query, List<String> words) {
            return (query.year() == null || seminar.start().year() == query.year())
                    && (query.hub() == null || seminar.id().hub().equals(query.hub()))
                    && words.stream().allMatch(this.words::contains);
        }
    }

    private volatile List<Row> rows = List.of();

    void show(Collection<Seminar> seminars) {
        rows = seminars.stream().map(Row::of).sorted(LATEST_FIRST).toList();
    }

    SeminarPage page(SeminarQuery query) {
        List<String> words = Arrays.stream(query.text().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Seminar> matching = rows.stream()
                .filter(row -> row.matches(query, words))
                .map(Row::seminar)
                .toList();
        int from = (int) Math.min((long) query.page() * query.size(), matching.size());
        int to = Math.min(from + query.size(), matching.size());
        Map<Integer, Long> years = new TreeMap<>(Comparator.reverseOrder());
        Map<HubId, Long> hubs = new TreeMap<>();
        matching.forEach(seminar -> {
            years.merge(seminar.start().year(), 1L, Long::sum);
            hubs.merge(seminar.id().hub(), 1L, Long::sum);
        });
        return new SeminarPage(List.copyOf(matching.subList(from, to)), matching.size(), years, hubs);
    }
}
