package id.jipp.core.answer;

import id.jipp.core.store.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of the last day, for those who did not hear theirs. They outlive the program; beyond a bound the oldest
 * go first, of the person who keeps too many or of all. Thread-safe.
 */
public final class KeptAnswers {
    static final Duration KEPT = Duration.ofDays(1);
    static final int PER_PERSON_MAX = 2_000;
    static final int ALL_MAX = 10_000;
    static final long WEIGHT_MAX = 64L << 20;

    private record Mark(String person, long at, long weight) {
        static Mark of(KeptAnswer answer) {
            return new Mark(answer.person(), answer.at(), answer.weight());
        }
    }

    private final Documents<KeptAnswer> documents;
    private final Clock clock;

    /** In the order they came in. */
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    private final Map<String, Integer> perPerson = new HashMap<>();
    private long weight;

    public KeptAnswers(Documents.Store store, Clock clock) {
        this.documents = store.kept("api_answers", KeptAnswer.class);
        this.clock = clock;
        Map<String, Mark> found = new HashMap<>();
        documents.forEach(answer -> found.put(answer.id(), Mark.of(answer)));
        found.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getValue().at()))
                .forEach(each -> add(each.getKey(), each.getValue()));
    }

    public Optional<KeptAnswer> find(String id) {
        synchronized (marks) {
            Mark mark = marks.get(id);
            if (mark == null || isOver(mark)) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(documents.find(id));
    }

    /** Returns when it is on disk. */
    public void keep(KeptAnswer answer) {
        documents.save(answer);
        documents.flush();
        List<String> gone;
        synchronized (marks) {
            forget(answer.id());
            add(answer.id(), Mark.of(answer));
            gone = surplus(answer.person());
            gone.forEach(this::forget);
        }
        if (!gone.isEmpty()) {
            documents.remove(gone);
        }
    }

    private List<String> surplus(String person) {
        List<String> gone = new ArrayList<>();
        int many = marks.size();
        int his = perPerson.getOrDefault(person, 0);
        long heavy = weight;
        for (Map.Entry<String, Mark> each : marks.entrySet()) {
            Mark mark = each.getValue();
            boolean isHis = mark.person().equals(person);
            if (isOver(mark) || many > ALL_MAX || heavy > WEIGHT_MAX || isHis && his > PER_PERSON_MAX) {
                gone.add(each.getKey());
                many--;
                heavy -= mark.weight();
                his -= isHis ? 1 : 0;
            } else if (his <= PER_PERSON_MAX) {
                break;
            }
        }
        return gone;
    }

    private boolean isOver(Mark mark) {
        return clock.instant().isAfter(Instant.ofEpochMilli(mark.at()).plus(KEPT));
    }

    private void add(String id, Mark mark) {
        marks.put(id, mark);
        perPerson.merge(mark.person(), 1, Integer::sum);
        weight += mark.weight();
    }

    private void forget(String id) {
        Mark mark = marks.remove(id);
        if (mark != null) {
            perPerson.computeIfPresent(mark.person(), (person, many) -> many == 1 ? null : many - 1);
            weight -= mark.weight();
        }
    }
}
