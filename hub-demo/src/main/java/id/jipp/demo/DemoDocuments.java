package id.jipp.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes every document of the demo: {@code DemoDocuments FROM TO}, a file for each text, the same bytes every time. */
public final class DemoDocuments {
    private static final String TEXT = ".md";

    private DemoDocuments() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        Files.createDirectories(to);
        for (Path text : texts(from)) {
            Manuscript manuscript = ManuscriptReader.read(Files.readString(text));
            String name = text.getFileName().toString().replace(TEXT, "");
            String ending = manuscript.format().name().toLowerCase(Locale.ROOT);
            Files.write(to.resolve(name + "." + ending), made(manuscript, from.resolve("fonts")));
        }
    }

    static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(TEXT)).sorted().toList();
        }
    }

    static byte[] made(Manuscript manuscript, Path fonts) throws IOException {
        return switch (manuscript.format()) {
            case PDF -> PdfDocument.of(manuscript, fonts);
            case PPTX -> SlideDocument.of(manuscript);
        };
    }
}
