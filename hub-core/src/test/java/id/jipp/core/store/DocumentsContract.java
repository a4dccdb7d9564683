package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of documents promises. */
public abstract class DocumentsContract {
    enum Colour {
        GREEN,
        RED
    }

    record Part(String name, int size) {}

    record Thing(
            String id,
            String text,
            long number,
            boolean flag,
            Instant at,
            LocalDate day,
            Colour colour,
            BigDecimal money,
            UUID uuid,
            byte[] bytes,
            List<Part> parts,
            Map<String, Integer> counts,
            @Nullable String missing) {}

    protected Documents.Store store;
    private Documents<Thing> things;

    /** Opens the store under test; a second call opens what the first left. */
    protected abstract Documents.Store open();

    @BeforeEach
    void openFirst() {
        store = open();
        things = store.collection("things", Thing.class);
    }

    @AfterEach
    void closeLast() {
        store.close();
    }

    @Test
    void whatIsSavedIsFoundWithEveryComponent() {
        Thing thing = new Thing(
                "a/b:c",
                "sampah „pasar“ 😀",
                Long.MAX_VALUE,
                true,
                Instant.parse("2026-11-24T02:42:00.123Z"),
                LocalDate.of(2026, 11, 24),
                Colour.RED,
                new BigDecimal("12.50"),
                UUID.fromString("6f1c8a52-0000-4000-8000-00000000000a"),
                new byte[] {0, 1, -1},
                List.of(new Part("one", 1), new Part("two", 2)),
                Map.of("bali.abcdefgh", 3, "plain", 4),
                null);
        things.save(thing);

        Thing found = things.find("a/b:c");
        assertThat(found).usingRecursiveComparison().isEqualTo(thing);
        assertThat(things.find("other")).isNull();
    }

    @Test
    void savingAgainReplaces() {
        things.save(thing("one", "first"));
        things.save(thing("one", "second"));
        assertThat(things.find("one")).extracting(Thing::text).isEqualTo("second");
    }

    @Test
    void manyAreFoundInTheOrderAskedFor() {
        things.saveAll(
                IntStream.range(0, 2_500).mapToObj(i -> thing("t" + i, "x")).toList());

        assertThat(things.findAll(List.of("t9", "no", "t2499", "t0")))
                .extracting(Thing::id)
                .containsExactly("t9", "t2499", "t0");
        assertThat(things.findAll(List.of())).isEmpty();
        List<String> thousand = IntStream.range(0, 1_000).mapToObj(i -> "t" + i).toList();
        assertThat(things.findAll(thousand)).extracting(Thing::id).isEqualTo(thousand);
        assertThatThrownBy(() -> things.findAll(
                        IntStream.range(0, 1_001).mapToObj(i -> "t" + i).toList()))
                .hasMessageContaining("At most 1000");
    }

    @Test
    void savingManyMixesNewAndKnownAndTheLastOfOneIdWins() {
        things.saveAll(List.of(thing("a", "1"), thing("b", "1")));
        things.saveAll(List.of(thing("b", "2"), thing("c", "2"), thing("c", "3")));
        things.saveAll(List.of());

        assertThat(things.findAll(List.of("a", "b", "c")))
                .extracting(Thing::text)
                .containsExactly("1", "2", "3");
    }

    @Test
    void whatIsRemovedIsGone() {
        things.saveAll(List.of(thing("a", "1"), thing("b", "1"), thing("c", "1")));
        things.remove(List.of("a", "c", "never"));
        things.remove(List.of());
        assertThat(things.findAll(List.of("a", "b", "c"))).extracting(Thing::id).containsExactly("b");
    }

    @Test
    void eachIsVisitedAndClearingLeavesNone() {
        things.saveAll(
                IntStream.range(0, 1_500).mapToObj(i -> thing("t" + i, "x")).toList());
        List<String> seen = new ArrayList<>();
        things.forEach(thing -> seen.add(thing.id()));
        assertThat(seen).hasSize(1_500).doesNotHaveDuplicates();

        things.clear();
        seen.clear();
        things.forEach(thing -> seen.add(thing.id()));
        assertThat(seen).isEmpty();
        things.save(thing("again", "x"));
        assertThat(things.find("again")).isNotNull();
    }

    @Test
    void derivedAndKeptAreApartEvenUnderOneName() {
        Documents<Thing> kept = store.kept("things", Thing.class);
        kept.save(thing("one", "kept"));
        things.save(thing("one", "derived"));
        things.clear();
        assertThat(kept.find("one")).extracting(Thing::text).isEqualTo("kept");
    }

    @Test
    void anIdThatLooksLikeADatabaseKeyIsStillText() {
        String hex = "507f1f77bcf86cd799439011";
        things.save(thing(hex, "x"));
        things.saveAll(List.of(thing(hex, "y")));
        assertThat(things.find(hex)).extracting(Thing::id).isEqualTo(hex);
        assertThat(things.findAll(List.of(hex))).extracting(Thing::text).containsExactly("y");
        things.remove(List.of(hex));
        assertThat(things.find(hex)).isNull();
    }

    @Test
    void manyThreadsSaveFindAndFlushAtOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> calls = IntStream.range(0, 200)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        things.save(thing("t" + i, "x"));
                        things.flush();
                        assertThat(things.find("t" + i)).isNotNull();
                        return null;
                    })
                    .toList();
            for (Future<Void> done : pool.invokeAll(calls)) {
                done.get();
            }
        }
        assertThat(things.findAll(IntStream.range(0, 200).mapToObj(i -> "t" + i).toList()))
                .hasSize(200);
    }

    protected static Thing thing(String id, String text) {
        return new Thing(
                id,
                text,
                1,
                false,
                Instant.EPOCH,
                LocalDate.EPOCH,
                Colour.GREEN,
                BigDecimal.ONE,
                new UUID(1, 2),
                new byte[0],
                List.of(),
                Map.of(),
                null);
    }
}
