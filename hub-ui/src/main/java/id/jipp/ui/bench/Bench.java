package id.jipp.ui.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./jipp bench NAME [SIZE]}. */
public final class Bench {
    private interface Run {
        void into(Figures figures, Path folder, int size) throws Exception;
    }

    /** @param size how many records, or megabytes, it takes unless told otherwise */
    private record Benchmark(Run run, int size) {}

    private static final Map<String, Benchmark> ALL = Map.of(
            "sync", new Benchmark(SyncBench::run, 20_000),
            "search", new Benchmark(SearchBench::run, 100_000),
            "files", new Benchmark(FilesBench::run, 500));

    private Bench() {}

    /** Runs the benchmark of that name; answers the program's exit code. */
    public static int main(String... arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (benchmark == null || arguments.length > 2 || !isSize(arguments)) {
            System.err.println(
                    "bench takes one of " + ALL.keySet().stream().sorted().toList()
                            + ", and a number of records (of megabytes: files) if you wish; came: "
                            + String.join(" ", arguments));
            return 2;
        }
        String name = arguments[0];
        int size = arguments.length == 2 ? Integer.parseInt(arguments[1]) : benchmark.size();
        LoggingSystem.get(Bench.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        Path folder = Files.createTempDirectory("jipp-bench-");
        try {
            Figures figures = new Figures();
            benchmark.run().into(figures, folder, size);
            figures.write(Path.of(".jipp", "bench", name + ".json"));
            return 0;
        } finally {
            delete(folder);
        }
    }

    private static boolean isSize(String... arguments) {
        return arguments.length < 2 || arguments[1].matches("[1-9][0-9]{0,6}");
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
