package id.jipp.core.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Measures the embedded store with documents of 1 KB; run by hand. */
public final class StoreFigures {
    record Doc(String id, String title, String text, int year) {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("store-figures");
        int count = 100_000;
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            docs.add(new Doc("bali." + Integer.toString(i, 36), "title " + i, "x".repeat(900), 2026));
        }
        try (Documents.Store store = MongoStore.embedded(folder)) {
            Documents<Doc> all = store.collection("docs", Doc.class);
            timed("saveAll new (1,000 each)", count, () -> {
                for (int i = 0; i < count; i += 1_000) {
                    all.saveAll(docs.subList(i, i + 1_000));
                }
                all.flush();
            });
            timed("saveAll known (1,000 each)", 20_000, () -> {
                for (int i = 0; i < 20_000; i += 1_000) {
                    all.saveAll(docs.subList(i, i + 1_000));
                }
                all.flush();
            });
            timed("save one", 5_000, () -> docs.subList(0, 5_000).forEach(all::save));
            timed(
                    "save and flush one",
                    500,
                    () -> docs.subList(0, 500).forEach(doc -> {
                        all.save(doc);
                        all.flush();
                    }));
            Collections.shuffle(docs, new Random(1));
            timed("find", 10_000, () -> docs.subList(0, 10_000).forEach(doc -> all.find(doc.id())));
            timed("findAll of 50, documents", 50_000, () -> {
                for (int i = 0; i < 50_000; i += 50) {
                    all.findAll(docs.subList(i, i + 50).stream().map(Doc::id).toList());
                }
            });
            int[] seen = {0};
            timed("forEach", count, () -> all.forEach(doc -> seen[0]++));
        }
        System.out.printf("file: %d MB%n", Files.size(folder.resolve("derived.mv")) >> 20);
    }

    private static void timed(String what, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %,.0f /s%n", what, count * 1e9 / (System.nanoTime() - start));
    }
}
