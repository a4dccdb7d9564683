package id.jipp.ui.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/** {@code ./jipp bench NAME}. */
public final class Bench {
    private interface Run {
        void into(Figures figures, Path folder) throws Exception;
    }

    private static final Map<String, Run> ALL = Map.of("sync", SyncBench::run, "search", SearchBench::run);

    private Bench() {}

    /** Runs the benchmark of that name; answers the program's exit code. */
    public static int main(String name) throws Exception {
        Run run = ALL.get(name);
        if (run == null) {
            System.err.println("bench knows " + ALL.keySet().stream().sorted().toList() + "; came: " + name);
            return 2;
        }
        Path folder = Files.createTempDirectory("jipp-bench-");
        try {
            Figures figures = new Figures();
            run.into(figures, folder);
            figures.write(Path.of(".jipp", "bench", name + ".json"));
            return 0;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
