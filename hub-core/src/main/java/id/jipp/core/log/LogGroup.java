package id.jipp.core.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes that are put together and become durable together. Appends to one stream are chained as one and share a
 * signature. Each write answers through a supplier, to be asked once all is on disk.
 */
final class LogGroup {
    private final EntryAuthor author;
    private final MvLogStore store;
    private final Map<StreamId, Head> heads;
    private final Map<StreamId, Fork> forks;
    private final Map<StreamName, List<NewEntry>> news = new HashMap<>();
    private final Map<StreamName, List<PlacedEntry>> written = new HashMap<>();
    private Position last;

    LogGroup(LogView before, EntryAuthor author) {
        this.author = author;
        this.store = before.store();
        this.heads = new HashMap<>(before.heads());
        this.forks = new HashMap<>(before.forks());
        this.last = before.last();
    }

    Supplier<List<PlacedEntry>> append(StreamName asked, List<NewEntry> fresh) {
        StreamName name = asked.epoch() > 1 ? asked : current(asked);
        if (forks.containsKey(new StreamId(author.hub(), name))) {
            return () -> {
                throw LogUnavailable.frozen(name);
            };
        }
        List<NewEntry> all = news.computeIfAbsent(name, first -> new ArrayList<>());
        int from = all.size();
        all.addAll(fresh);
        return () -> List.copyOf(written.getOrDefault(name, List.of()).subList(from, from + fresh.size()));
    }

    private StreamName current(StreamName asked) {
        return Epochs.current(
                        new StreamId(author.hub(), asked),
                        one -> heads.getOrDefault(one, Head.NONE).seq(),
                        one -> Epochs.restatedUpTo(store.at(one, 1)))
                .name();
    }

    Supplier<Acceptance> accept(EntryRules.Checked.Right range) {
        Acceptance answer = switch (EntryRules.place(range, held(range.stream()))) {
            case EntryRules.Verdict.Leave leave -> leave.answer();
            case EntryRules.Verdict.Freeze freeze -> {
                store.putFork(freeze.proof());
                forks.put(range.stream(), freeze.proof());
                yield freeze.answer();
            }
            case EntryRules.Verdict.Take take -> {
                take.news().forEach(this::put);
                EpochBegun.of(take.news().getFirst()).ifPresent(begun -> freeze(begun.proof()));
                heads.put(range.stream(), take.head());
                yield new Acceptance.Accepted(take.news().size(), last);
            }
        };
        return () -> answer;
    }

    Supplier<Boolean> freeze(Fork proof) {
        if (heads.getOrDefault(proof.stream(), Head.NONE).seq() < proof.seq()) {
            return () -> false;
        }
        if (forks.putIfAbsent(proof.stream(), proof) == null) {
            store.putFork(proof);
        }
        return () -> true;
    }

    /** Chains, signs and puts the appends. They come last, after what was taken in of the same streams. */
    void finish() {
        news.forEach((name, fresh) -> {
            StreamId stream = new StreamId(author.hub(), name);
            List<Entry> entries = author.write(name, heads.getOrDefault(stream, Head.NONE), fresh);
            written.put(name, entries.stream().map(this::put).toList());
            heads.put(
                    stream, new Head(entries.getLast().seq(), entries.getLast().hash()));
        });
    }

    /** What is held once all of this is on disk. */
    LogView view() {
        return new LogView(store, last, heads, forks);
    }

    private PlacedEntry put(Entry came) {
        Entry entry = store.isErased(came.stream(), came.seq()) ? came.erased() : came;
        last = new Position(last.value() + 1);
        store.put(last, entry);
        store.erase(entry);
        return new PlacedEntry(last, entry);
    }

    private EntryRules.Held held(StreamId stream) {
        return new EntryRules.Held() {
            @Override
            public Head head() {
                return heads.getOrDefault(stream, Head.NONE);
            }

            @Override
            public boolean isFrozen() {
                return forks.containsKey(stream);
            }

            @Override
            public List<Entry> pieceFrom(long seq) {
                return RangeCut.of(store.entries(stream, seq, head().seq()), 1, Integer.MAX_VALUE);
            }

            @Override
            public Hash hashAt(long seq) {
                Head head = head();
                return seq == head.seq() ? head.hash() : store.at(stream, seq).hash();
            }
        };
    }
}
