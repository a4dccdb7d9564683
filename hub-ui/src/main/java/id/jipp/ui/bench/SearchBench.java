package id.jipp.ui.bench;

import id.jipp.core.area.AreaCode;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Phase;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 100,000 innovations in one hub: how long it takes to take them in, to find and list them over HTTP, to bring them all
 * to a new peer, and how much memory both hubs take, each a process of its own. Then the façade the pages ask, in this
 * process, on the same data and beside bare Lucene on the very same index.
 */
final class SearchBench {
    private static final int QUERIES = 2_000;
    private static final int WARM_UP = 500;
    private static final int PAGE = 50;

    private final Figures figures;
    private final int innovations;
    private final SplittableRandom random = new SplittableRandom(20231102);

    private SearchBench(Figures figures, int innovations) {
        this.figures = figures;
        this.innovations = innovations;
    }

    static void run(Figures figures, Path folder, int innovations) throws Exception {
        SearchBench bench = new SearchBench(figures, innovations);
        try (BenchHub hub = new BenchHub("hub-a", folder);
                BenchHub newcomer = new BenchHub("hub-b", folder)) {
            hub.link(newcomer.asPeer(false));
            newcomer.link(hub.asPeer(true));
            bench.processes(hub, newcomer);
            bench.facade(hub);
        }
    }

    private void processes(BenchHub hub, BenchHub newcomer) throws Exception {
        hub.start();
        Client client = new Client(hub);
        long start = System.nanoTime();
        MadeUpTable.each(0, innovations, random, client::importTable);
        figures.add("innovations", innovations, "records");
        figures.add("imported until in the lists", innovations / secondsSince(start), "records/s");
        figures.add("memory after the import", hub.memory("VmRSS"), "MB");
        new HttpBench(client, random, innovations).run(figures);
        figures.add("memory after the queries", hub.memory("VmRSS"), "MB");
        catchUp(hub, newcomer);
        figures.add("memory after the catch-up", hub.memory("VmRSS"), "MB");
        figures.add("memory at most", hub.memory("VmHWM"), "MB");
        figures.add("memory of the new peer at most", newcomer.memory("VmHWM"), "MB");
        newcomer.close();
        hub.close();
        start = System.nanoTime();
        hub.start();
        figures.add("start with all of them", secondsSince(start), "s");
        figures.add("memory after the start", hub.memory("VmRSS"), "MB");
        hub.close();
    }

    private void catchUp(BenchHub hub, BenchHub newcomer) throws Exception {
        long start = System.nanoTime();
        newcomer.start();
        Client client = new Client(newcomer);
        Waiting.until(() -> client.total(hub.id().value()) >= innovations, "the new peer lists everything");
        double seconds = secondsSince(start);
        figures.add("full catch-up of a new peer, from its start until in its lists", seconds, "s");
        figures.add("full catch-up", innovations / seconds, "records/s");
    }

    private void facade(BenchHub hub) throws Exception {
        try (ConfigurableApplicationContext context = hub.inThisProcess()) {
            Innovations asked = context.getBean(Innovations.class);
            figures.times("façade, search with facets", timed(asked, true));
            figures.times("façade, list page with facets", timed(asked, false));
            long start = System.nanoTime();
            for (int i = 0; i < QUERIES; i++) {
                asked.list(search());
            }
            figures.add("façade, search", QUERIES / secondsSince(start), "queries/s");
        }
        BareLucene.measure(figures, hub.data().resolve("search").resolve("innovations"), random);
        figures.ratio("search to bare Lucene", "façade, search", BareLucene.BEST);
        figures.ratio("search to bare Lucene that counts all matches", "façade, search", BareLucene.ALL);
    }

    private long[] timed(Innovations asked, boolean words) {
        long[] nanos = new long[QUERIES];
        for (int i = -WARM_UP; i < QUERIES; i++) {
            InnovationQuery query = words ? search() : list();
            long start = System.nanoTime();
            asked.list(query);
            nanos[Math.max(0, i)] = System.nanoTime() - start;
        }
        return nanos;
    }

    private InnovationQuery search() {
        return new InnovationQuery(
                MadeUp.query(random), null, null, null, null, null, InnovationQuery.Sort.RELEVANCE, 0, PAGE);
    }

    private InnovationQuery list() {
        return new InnovationQuery(
                "",
                random.nextBoolean() ? new AreaCode("35") : null,
                random.nextBoolean() ? Phase.values()[random.nextInt(Phase.values().length)] : null,
                null,
                null,
                null,
                InnovationQuery.Sort.NEWEST,
                random.nextInt(20),
                PAGE);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
