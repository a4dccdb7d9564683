package id.jipp.ui.bench;

import id.jipp.core.area.AreaCode;
import id.jipp.core.innovation.Imports;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Phase;
import id.jipp.core.log.HubId;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.springframework.context.ConfigurableApplicationContext;

/** Search and lists over 100,000 innovations of one hub, beside bare Lucene on the very same index. */
final class SearchBench {
    private static final int INNOVATIONS = Integer.getInteger("bench.innovations", 100_000);
    private static final int QUERIES = 2_000;
    private static final int WARM_UP = 300;

    private SearchBench() {}

    static void run(Figures figures, Path folder) throws Exception {
        HubId hub = new HubId("ukur");
        SplittableRandom random = new SplittableRandom(20231102);
        try (ConfigurableApplicationContext context =
                BenchHub.inThisProcess(hub.value(), folder, BenchHub.freePort())) {
            long start = System.nanoTime();
            BenchHub.fill(context.getBean(Imports.class), hub, INNOVATIONS, random);
            double seconds = (System.nanoTime() - start) / 1e9;
            figures.add("innovations", INNOVATIONS, "records");
            figures.add("imported until in the lists", INNOVATIONS / seconds, "records/s");

            Innovations innovations = context.getBean(Innovations.class);
            figures.times("search with facets, 20 hits", timed(random, innovations, true));
            figures.times("list page with filter and facets", timed(random, innovations, false));
            figures.add("search", perSecond(random, innovations), "queries/s");
        }
        figures.add(
                "bare lucene, two terms, 20 hits",
                bareQueriesPerSecond(folder.resolve(hub.value()), random),
                "queries/s");
        figures.ratio("search to bare lucene", "search", "bare lucene, two terms, 20 hits");
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        figures.add("heap after", (runtime.totalMemory() - runtime.freeMemory()) / 1e6, "MB");
    }

    private static long[] timed(SplittableRandom random, Innovations innovations, boolean words) {
        long[] nanos = new long[QUERIES];
        for (int i = -WARM_UP; i < QUERIES; i++) {
            InnovationQuery query = words ? search(random) : list(random);
            long start = System.nanoTime();
            innovations.list(query);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        return nanos;
    }

    private static double perSecond(SplittableRandom random, Innovations innovations) {
        long start = System.nanoTime();
        for (int i = 0; i < QUERIES; i++) {
            innovations.list(search(random));
        }
        return QUERIES / ((System.nanoTime() - start) / 1e9);
    }

    private static InnovationQuery search(SplittableRandom random) {
        return new InnovationQuery(
                MadeUp.query(random), null, null, null, null, null, InnovationQuery.Sort.RELEVANCE, 0, 20);
    }

    private static InnovationQuery list(SplittableRandom random) {
        return new InnovationQuery(
                "",
                random.nextBoolean() ? new AreaCode("35") : null,
                Phase.values()[random.nextInt(3)],
                null,
                null,
                null,
                InnovationQuery.Sort.NEWEST,
                random.nextInt(20),
                50);
    }

    /** What Lucene alone does with two terms of the text field, no facets, no documents fetched. */
    private static double bareQueriesPerSecond(Path data, SplittableRandom random) throws IOException {
        List<Path> indexes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .forEach(file -> indexes.add(file.getParent()));
        }
        try (FSDirectory directory = FSDirectory.open(indexes.getFirst());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            List<String> words = List.of("sampah", "pasar", "sekolah", "desa", "obat", "izin", "pulau", "kapal");
            int rounds = QUERIES * 2;
            long start = 0;
            for (int i = -WARM_UP; i < rounds; i++) {
                if (i == 0) {
                    start = System.nanoTime();
                }
                BooleanQuery.Builder query = new BooleanQuery.Builder();
                for (int term = 0; term < 2; term++) {
                    query.add(
                            new TermQuery(new Term("summary", words.get(random.nextInt(words.size())))),
                            BooleanClause.Occur.SHOULD);
                }
                searcher.search(query.build(), 20);
            }
            return rounds / ((System.nanoTime() - start) / 1e9);
        }
    }
}
