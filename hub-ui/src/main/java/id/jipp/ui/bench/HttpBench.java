package id.jipp.ui.bench;

import id.jipp.core.innovation.Phase;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** How long a running hub takes over HTTP to find, and to show pages of lists: the API and the public pages. */
final class HttpBench {
    /** Altogether less than a hub answers one address in a minute. */
    private static final int REQUESTS = 500;

    private static final int WARM_UP = 100;
    private static final int PAGE = 50;

    private final Client client;
    private final RandomGenerator random;
    private final int innovations;

    HttpBench(Client client, RandomGenerator random, int innovations) {
        this.client = client;
        this.random = random;
        this.innovations = innovations;
    }

    void run(Figures figures) throws Exception {
        figures.times(
                "API, search", timed(() -> "/api/v1/innovations?size=20&q=" + Client.encoded(MadeUp.query(random))));
        figures.times(
                "API, list page", timed(() -> "/api/v1/innovations?sort=newest" + filter("area", "phase") + paged(20)));
        figures.times(
                "API, list page anywhere",
                timed(() -> "/api/v1/innovations?sort=newest" + paged(Math.max(1, innovations / PAGE))));
        figures.times("public page, search", timed(() -> "/inovasi?q=" + Client.encoded(MadeUp.query(random))));
        figures.times(
                "public page, list",
                timed(() -> "/inovasi?hal=" + (1 + random.nextInt(20)) + filter("wilayah", "fase")));
    }

    private String paged(int pages) {
        return "&size=" + PAGE + "&page=" + random.nextInt(pages);
    }

    private String filter(String area, String phase) {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> "&" + area + "=35";
            default -> "&" + phase + "=" + Phase.values()[random.nextInt(Phase.values().length)].code();
        };
    }

    private long[] timed(Supplier<String> path) throws Exception {
        long[] nanos = new long[REQUESTS];
        for (int i = -WARM_UP; i < REQUESTS; i++) {
            String asked = path.get();
            long start = System.nanoTime();
            client.get(asked);
            nanos[Math.max(0, i)] = System.nanoTime() - start;
        }
        return nanos;
    }
}
