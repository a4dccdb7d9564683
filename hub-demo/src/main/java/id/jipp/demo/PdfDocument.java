package id.jipp.demo;

import id.jipp.demo.Block.Figure;
import id.jipp.demo.Block.Figures;
import id.jipp.demo.Block.Heading;
import id.jipp.demo.Block.Message;
import id.jipp.demo.Block.Paragraph;
import id.jipp.demo.Block.Points;
import id.jipp.demo.Block.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A manuscript as a tagged PDF in the product's look, with its title and language. */
final class PdfDocument {
    private static final float WIDTH = PdfPaper.WIDTH - 2 * PdfPaper.SIDE;
    private static final float SIZE = 10.5f;
    private static final float LEADING = 15.5f;
    private static final float INDENT = 20;
    private static final float GAP = 10;

    private final PdfPaper paper;
    private final PdfTags tags;

    private PdfDocument(PdfPaper paper, PdfTags tags) {
        this.paper = paper;
        this.tags = tags;
    }

    static byte[] of(Manuscript manuscript, Path fonts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document, manuscript);
            PdfTags tags = new PdfTags(document);
            try (PdfPaper paper = new PdfPaper(document, tags, fonts)) {
                PdfDocument pages = new PdfDocument(paper, tags);
                pages.head(manuscript);
                for (Block block : manuscript.blocks()) {
                    pages.block(block);
                }
                paper.finish(manuscript.title());
            }
            tags.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void describe(PDDocument document, Manuscript manuscript) {
        Calendar date = GregorianCalendar.from(manuscript.date().atStartOfDay(ZoneOffset.UTC));
        document.setDocumentId(manuscript.date().toEpochDay());
        document.getDocumentInformation().setTitle(manuscript.title());
        document.getDocumentInformation().setSubject(manuscript.kicker());
        document.getDocumentInformation().setAuthor(Manuscript.AUTHOR);
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(Manuscript.LANGUAGE);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private void head(Manuscript manuscript) throws IOException {
        List<Span> title = List.of(new Span(manuscript.title(), true));
        int lines = paper.wrapped(title, WIDTH, 26).size();
        float height = 84 + lines * 32;
        paper.box(0, 0, PdfPaper.WIDTH, height, Look.ACCENT);
        paper.box(0, height, PdfPaper.WIDTH, 4, Look.GOLD);
        paper.down(38 - paper.y());
        tags.open(StandardStructureTypes.P);
        paper.text(List.of(new Span(manuscript.kicker(), false)), PdfPaper.SIDE, WIDTH, SIZE, 20, Look.ACCENT_SOFT);
        tags.close();
        tags.open(StandardStructureTypes.H1);
        paper.text(title, PdfPaper.SIDE, WIDTH, 26, 32, Look.WHITE);
        tags.close();
        paper.down(height + 28 - paper.y());
    }

    private void block(Block block) throws IOException {
        switch (block) {
            case Heading heading -> heading(heading.text());
            case Paragraph paragraph -> {
                write(StandardStructureTypes.P, paragraph.spans());
                paper.down(GAP);
            }
            case Message message -> message(message.text());
            case Points points -> points(points);
            case Figures figures -> figures(figures.figures());
            case Sources sources -> sources(sources);
        }
    }

    private void heading(String text) throws IOException {
        paper.need(70);
        paper.down(GAP);
        tags.open(StandardStructureTypes.H2);
        paper.text(List.of(new Span(text, true)), PdfPaper.SIDE, WIDTH, 14, 24, Look.ACCENT);
        tags.close();
    }

    private void write(String type, List<Span> spans) throws IOException {
        tags.open(type);
        paper.text(spans, PdfPaper.SIDE, WIDTH, SIZE, LEADING, Look.INK);
        tags.close();
    }

    private void message(String text) throws IOException {
        List<Span> spans = List.of(new Span(text, true));
        float height = paper.wrapped(spans, WIDTH - 40, 13).size() * 20f + 26;
        paper.need(height);
        paper.box(PdfPaper.SIDE, paper.y(), WIDTH, height, Look.ACCENT_SOFT);
        paper.box(PdfPaper.SIDE, paper.y(), 4, height, Look.GOLD);
        paper.down(14);
        tags.open(StandardStructureTypes.BLOCK_QUOTE);
        paper.text(spans, PdfPaper.SIDE + 20, WIDTH - 40, 13, 20, Look.ACCENT);
        tags.close();
        paper.down(12 + GAP + 6);
    }

    private void points(Points points) throws IOException {
        tags.open(StandardStructureTypes.L);
        int number = 0;
        for (List<Span> point : points.points()) {
            number++;
            paper.need(LEADING * 2);
            tags.open(StandardStructureTypes.LI);
            tags.open(StandardStructureTypes.LBL);
            Span label = new Span(points.numbered() ? number + "." : "•", true);
            paper.line(List.of(label), PdfPaper.SIDE + 2, paper.y(), SIZE, Look.ACCENT);
            tags.close();
            tags.open(StandardStructureTypes.L_BODY);
            paper.text(point, PdfPaper.SIDE + INDENT, WIDTH - INDENT, SIZE, LEADING, Look.INK);
            tags.close();
            tags.close();
            paper.down(3);
        }
        tags.close();
        paper.down(GAP - 5);
    }

    private void figures(List<Figure> figures) throws IOException {
        float height = 58;
        paper.need(height + GAP);
        float wide = WIDTH / figures.size();
        for (int i = 0; i < figures.size(); i++) {
            float x = PdfPaper.SIDE + i * wide;
            tags.open(StandardStructureTypes.P);
            paper.line(List.of(new Span(figures.get(i).value(), true)), x, paper.y(), 26, Look.ACCENT);
            paper.line(List.of(new Span(figures.get(i).words(), false)), x, paper.y() + 36, SIZE, Look.QUIET);
            tags.close();
        }
        paper.down(height);
    }

    private void sources(Sources sources) throws IOException {
        paper.need(52);
        paper.down(4);
        paper.box(PdfPaper.SIDE, paper.y(), WIDTH, 0.8f, Look.LINE);
        paper.down(12);
        tags.open(StandardStructureTypes.H2);
        paper.text(List.of(new Span(sources.heading(), true)), PdfPaper.SIDE, WIDTH, SIZE, 18, Look.QUIET);
        tags.close();
        for (String line : sources.lines()) {
            tags.open(StandardStructureTypes.P);
            paper.text(Span.parse(line), PdfPaper.SIDE, WIDTH, 8.5f, 13, Look.QUIET);
            tags.close();
            paper.down(3);
        }
    }
}
