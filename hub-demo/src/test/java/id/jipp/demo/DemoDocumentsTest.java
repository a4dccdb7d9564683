package id.jipp.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDocumentsTest {
    private static final Path TEXTS = Path.of("src/main/demo");

    @Test
    void everyBuildMakesTheSameBytes(@TempDir Path folder) throws IOException {
        String[] first = {TEXTS.toString(), folder.resolve("a").toString()};
        String[] second = {TEXTS.toString(), folder.resolve("b").toString()};

        DemoDocuments.main(first);
        DemoDocuments.main(second);

        List<String> names = List.of(
                "acara-seminar.pdf",
                "kasus-toss-pas-urban.pdf",
                "panduan-buat-tiru-gabung.pdf",
                "tiru-dengan-bangga.pptx");
        assertThat(folder.resolve("a").toFile().list()).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            assertThat(folder.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
    }

    @Test
    void aDocumentSaysItsTitleAndLanguageAndIsTagged() throws IOException {
        Manuscript manuscript = manuscript("acara-seminar.md");

        try (PDDocument document = Loader.loadPDF(made(manuscript))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(manuscript.title());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id-ID");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog()
                            .getStructureTreeRoot()
                            .getParentTree()
                            .getNumbers())
                    .hasSize(document.getNumberOfPages());
        }
    }

    @Test
    void everyWordOfTheTextIsInTheDocumentInItsOrder() throws IOException {
        for (Path text : DemoDocuments.texts(TEXTS)) {
            Manuscript manuscript = ManuscriptReader.read(Files.readString(text));
            String read = manuscript.format() == Manuscript.Format.PDF ? pdfText(manuscript) : slideText(manuscript);
            for (Block block : manuscript.blocks()) {
                if (block instanceof Block.Points points) {
                    points.points()
                            .forEach(point -> assertThat(squeezed(read))
                                    .as(text.toString())
                                    .contains(squeezed(plain(point))));
                }
            }
        }
    }

    @Test
    void everyManuscriptNamesItsSources() throws IOException {
        for (Path text : DemoDocuments.texts(TEXTS)) {
            assertThat(ManuscriptReader.read(Files.readString(text)).blocks().getLast())
                    .as(text.toString())
                    .isInstanceOfSatisfying(
                            Block.Sources.class,
                            sources -> assertThat(sources.lines()).anyMatch(line -> line.contains("https://")));
        }
    }

    @Test
    void aTextWithoutAHeadIsRefused() {
        assertThatThrownBy(() -> ManuscriptReader.read("## Judul\nisi\n")).hasMessageContaining("head");
    }

    private static Manuscript manuscript(String name) throws IOException {
        return ManuscriptReader.read(Files.readString(TEXTS.resolve(name)));
    }

    private static byte[] made(Manuscript manuscript) throws IOException {
        return DemoDocuments.made(manuscript, TEXTS.resolve("fonts"));
    }

    private static String pdfText(Manuscript manuscript) throws IOException {
        try (PDDocument document = Loader.loadPDF(made(manuscript))) {
            String text = new PDFTextStripper().getText(document);
            return Pattern.compile(Pattern.quote(manuscript.title()) + "\\s+\\d+ / \\d+")
                    .matcher(text)
                    .replaceAll("");
        }
    }

    private static String slideText(Manuscript manuscript) throws IOException {
        StringBuilder text = new StringBuilder();
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(made(manuscript)))) {
            show.getSlides()
                    .forEach(slide -> slide.getShapes().forEach(shape -> {
                        if (shape instanceof XSLFTextShape words) {
                            text.append(words.getText()).append('\n');
                        }
                    }));
        }
        return text.toString();
    }

    private static String plain(List<Span> spans) {
        return String.join("", spans.stream().map(Span::text).toList());
    }

    private static String squeezed(String text) {
        Matcher spaces = Pattern.compile("\\s+").matcher(text);
        return spaces.replaceAll("");
    }
}
