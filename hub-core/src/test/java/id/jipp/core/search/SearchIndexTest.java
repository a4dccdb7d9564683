package id.jipp.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.log.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.in(folder, nanos::get);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toss",
                "TOSS",
                "T.O.S.S.",
                "t.o.s.s",
                "T. O. S. S.",
                "olah sampah setempat",
                "Pengolahan sampah",
                "olah smpah setempat",
                "olah sam",
                "tempat olah sampah setempat (TOSS)",
                "sampah-olah"
            })
    void findsAnAcronymHoweverItIsWritten(String words) {
        put("a", "TOSS (Tempat Olah Sampah Setempat)");
        put("b", "Rumah Tunggu Kelahiran");
        assertThat(find(words)).containsExactly("a");
    }

    @Test
    void whereNothingHasAllWordsWhatHasSomeIsFoundOnlyIfAskedFor() {
        put("a", "Bank Sampah Sekolah");
        put("b", "Pengolahan Sampah");
        put("c", "Rumah Tunggu Kelahiran");

        assertThat(find("sampah kelautan")).isEmpty();
        SearchResult some = index.search(orAnyWord("sampah sekolah kelautan"));
        assertThat(some.ids()).containsExactly("a", "b");
        assertThat(some.byAnyWord()).isTrue();
        SearchResult all = index.search(orAnyWord("bank sampah"));
        assertThat(all.ids()).containsExactly("a");
        assertThat(all.byAnyWord()).isFalse();
        assertThat(index.search(orAnyWord("kelautan perikanan")).byAnyWord()).isFalse();
    }

    private static SearchRequest orAnyWord(String words) {
        return new SearchRequest(
                "t", words, Map.of(), Map.of(), SearchRequest.RELEVANCE, List.of(), Map.of(), 0, 20, true);
    }

    @Test
    void findsByInitialsWhereTheTitleHasNoAcronym() {
        put("a", "Tempat Olah Sampah Setempat");
        assertThat(find("toss")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e-KTP", "ektp", "EKTP", "e-ktp keliling"})
    void findsHyphenedWordsWithAndWithoutTheHyphen(String words) {
        put("a", "Layanan e-KTP Keliling");
        put("b", "KTP biasa");
        assertThat(find(words)).containsExactly("a");
    }

    @Test
    void anExactFindStandsBeforeANearOne() {
        put("near", "Balai Pelatihan");
        put("exact", "Bali Smart Island");
        assertThat(find("bali")).containsExactly("exact");
        assertThat(find("blai")).contains("near");
    }

    @Test
    void theTitleWeighsMoreThanTheText() {
        index.update(
                List.of(
                        new SearchDocument(
                                "body",
                                "t",
                                Map.of("title", "Lain", "body", "tentang malaria"),
                                Map.of(),
                                Map.of(),
                                "Lain"),
                        new SearchDocument(
                                "title", "t", Map.of("title", "Malaria tuntas"), Map.of(), Map.of(), "Malaria tuntas")),
                List.of(),
                new Position(1));
        assertThat(find("malaria")).containsExactly("title", "body");
    }

    @Test
    void filtersRangesSortsAndCounts() {
        for (int i = 0; i < 30; i++) {
            index.update(
                    List.of(new SearchDocument(
                            "id" + i,
                            "t",
                            Map.of("title", "Inovasi nomor " + i),
                            Map.of(
                                    "phase",
                                    List.of(i % 3 == 0 ? "creation" : "development"),
                                    "many",
                                    List.of("x", "y" + i % 2)),
                            Map.of("time", (long) i),
                            "Inovasi nomor " + i)),
                    List.of(),
                    new Position(i + 1));
        }
        SearchResult result = index.search(new SearchRequest(
                "t",
                "",
                Map.of("many", "x"),
                Map.of("time", new SearchRequest.Range(10, 29)),
                "time",
                List.of("phase", "many", "unknown"),
                Map.of(
                        "age",
                        new SearchRequest.RangeFacet(
                                "time",
                                Map.of(
                                        "old",
                                        new SearchRequest.Range(0, 14),
                                        "none",
                                        new SearchRequest.Range(90, 99)))),
                2,
                3,
                false));
        assertThat(result.ids()).containsExactly("id27", "id26", "id25");
        assertThat(result.total()).isEqualTo(20);
        assertThat(result.facets().get("phase")).isEqualTo(Map.of("development", 14L, "creation", 6L));
        assertThat(result.facets().get("many")).isEqualTo(Map.of("x", 20L, "y0", 10L, "y1", 10L));
        assertThat(result.facets().get("unknown")).isEmpty();
        assertThat(result.facets().get("age")).isEqualTo(Map.of("old", 5L, "none", 0L));
    }

    @Test
    void replacesAndRemovesAndShowsItAtOnce() {
        put("a", "Pertama");
        put("a", "Kedua");
        assertThat(find("pertama")).isEmpty();
        assertThat(find("kedua")).containsExactly("a");
        index.update(List.of(), List.of("a"), new Position(9));
        assertThat(find("kedua")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?*?*?*",
                "(((((",
                "title:x AND NOT",
                "a~9999",
                "/.*.*.*.*/",
                "\"\"\"",
                "\\",
                "{$ne:null}",
                "\u202Eabc",
                "a\u0300\u0300\u0300\u0300\u0300",
                "\uD800",
                "'; DROP TABLE",
                "+-&&||!(){}[]^\"~*?:\\/"
            })
    @DisplayName("L8: what is typed is text, never a query language")
    void hostileWordsAreJustWords(String words) {
        put("a", "TOSS");
        assertThat(index.search(request(words)).total()).isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("L8: a megabyte of words is cut")
    void endlessWordsAreCut() {
        put("a", "TOSS");
        assertThat(find("kata ".repeat(200_000))).isEmpty();
        assertThat(find("k".repeat(1_000_000))).isEmpty();
        assertThat(index.similar("t", "x".repeat(1_000_000), 5)).isEmpty();
    }

    @Test
    void findsTitlesNearlyAlike() {
        put("a", "TOSS (Tempat Olah Sampah Setempat)");
        put("b", "Rumah Tunggu Kelahiran");
        put("c", "Tempat Pengolahan Sampah Setempat");
        assertThat(index.similar("t", "Tempat Olah Sampah Setempat", 5))
                .contains("a", "c")
                .doesNotContain("b");
        assertThat(index.similar("t", "rumah tunggu klahiran", 5)).containsExactly("b");
        assertThat(index.similar("t", "", 5)).isEmpty();
    }

    @Test
    void findsByExactKeyword() {
        index.update(
                List.of(new SearchDocument("a", "t", Map.of(), Map.of("same", List.of("k|1")), Map.of(), "A")),
                List.of(),
                new Position(1));
        assertThat(index.withKeyword("t", "same", "k|1", 5)).containsExactly("a");
        assertThat(index.withKeyword("u", "same", "k|1", 5)).isEmpty();
        assertThat(index.withKeyword("t", "same", "k", 5)).isEmpty();
    }

    @Test
    @DisplayName("C6: what closed cleanly opens where it was")
    void keepsItsCheckpointWithItsDocuments() {
        put("a", "TOSS");
        index.close();
        index = SearchIndex.in(folder, nanos::get);
        assertThat(index.checkpoint()).isEqualTo(new Position(1));
        assertThat(find("toss")).containsExactly("a");
    }

    @Test
    void commitsWhenTheTimeHasCome() {
        put("a", "TOSS");
        assertThat(index.checkpoint()).isEqualTo(Position.START);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        index.update(List.of(), List.of(), new Position(7));
        assertThat(index.checkpoint()).isEqualTo(new Position(7));
    }

    @Test
    @DisplayName("C6: a torn index is made anew")
    void aTornIndexIsEmptied() throws Exception {
        put("a", "TOSS");
        index.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(cfs|doc|tim|si|fdt)"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        index = SearchIndex.in(folder, nanos::get);
        assertThat(index.checkpoint()).isEqualTo(Position.START);
        assertThat(find("toss")).isEmpty();
    }

    @Test
    @DisplayName("C6: a folder of something else is made anew")
    void aForeignFolderIsEmptied() throws Exception {
        index.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(folder.resolve("segments_1"), "not lucene at all");
        index = SearchIndex.in(folder, nanos::get);
        assertThat(index.checkpoint()).isEqualTo(Position.START);
        put("a", "TOSS");
        assertThat(find("toss")).containsExactly("a");
    }

    @Test
    @DisplayName("C9: two cannot have it open")
    void isRefusedToASecond() {
        assertThatIllegalStateException().isThrownBy(() -> SearchIndex.in(folder));
        put("a", "TOSS");
        assertThat(find("toss")).containsExactly("a");
    }

    private long position;

    @Test
    @DisplayName("C4: a full disk closes the writer, not the search; afterwards it goes on from what was committed")
    void fullDisk(@TempDir Path other) throws IOException {
        FullDirectory disk = new FullDirectory(FSDirectory.open(other));
        try (SearchIndex small = SearchIndex.over(disk, nanos::get)) {
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            small.update(List.of(document("a", "Rumah Tunggu")), List.of(), new Position(1));
            assertThat(small.checkpoint()).isEqualTo(new Position(1));

            disk.isFull = true;
            assertThatThrownBy(() -> small.update(List.of(document("b", "Rumah Sehat")), List.of(), new Position(2)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(small.search(request("rumah")).ids()).containsExactly("a");

            disk.isFull = false;
            assertThat(small.checkpoint()).isEqualTo(new Position(1));
            small.update(List.of(document("b", "Rumah Sehat")), List.of(), new Position(2));
            assertThat(small.search(request("rumah")).ids()).containsExactlyInAnyOrder("a", "b");
        }
    }

    private void put(String id, String title) {
        index.update(List.of(document(id, title)), List.of(), new Position(++position));
    }

    private static SearchDocument document(String id, String title) {
        return new SearchDocument(id, "t", Map.of("title", title), Map.of(), Map.of(), title);
    }

    private List<String> find(String words) {
        return index.search(request(words)).ids();
    }

    private static SearchRequest request(String words) {
        return new SearchRequest("t", words, Map.of(), Map.of(), SearchRequest.RELEVANCE, List.of(), 0, 20);
    }

    private static final class FullDirectory extends FilterDirectory {
        private boolean isFull;

        FullDirectory(Directory in) {
            super(in);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (isFull) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }
}
