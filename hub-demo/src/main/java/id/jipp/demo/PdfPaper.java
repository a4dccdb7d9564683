package id.jipp.demo;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages of A4 that text flows down, each piece of it in the open tag. Lengths are points from the top left. */
final class PdfPaper implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float SIDE = 70;
    private static final float TOP = 64;
    private static final float BOTTOM = 64;

    private final PDDocument document;
    private final PdfTags tags;
    private final PDFont regular;
    private final PDFont bold;
    private PDPage page = new PDPage();
    private PDPageContentStream out;
    private float y;

    PdfPaper(PDDocument document, PdfTags tags, Path fonts) throws IOException {
        this.document = document;
        this.tags = tags;
        this.regular = font(fonts.resolve("plus-jakarta-sans-400.ttf"));
        this.bold = font(fonts.resolve("plus-jakarta-sans-700.ttf"));
        this.out = nextPage();
    }

    private PDFont font(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PDType0Font.load(document, in, true);
        }
    }

    private PDPageContentStream nextPage() throws IOException {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        tags.beginPage(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    /** Begins a new page unless so much still fits on this one. */
    void need(float height) throws IOException {
        if (y + height > HEIGHT - BOTTOM) {
            out.close();
            out = nextPage();
        }
    }

    float y() {
        return y;
    }

    void down(float by) {
        y += by;
    }

    /** Something for the eye only. */
    void box(float x, float top, float width, float height, Color color) throws IOException {
        out.beginMarkedContent(COSName.ARTIFACT);
        out.setNonStrokingColor(color);
        out.addRect(x, HEIGHT - top - height, width, height);
        out.fill();
        out.endMarkedContent();
    }

    /** Writes one line with its baseline at {@code top + size}; the place on the page does not move. */
    void line(List<Span> spans, float x, float top, float size, Color color) throws IOException {
        tags.begin(out, page);
        out.beginText();
        out.setNonStrokingColor(color);
        out.newLineAtOffset(x, HEIGHT - top - size);
        for (Span span : spans) {
            out.setFont(span.bold() ? bold : regular, size);
            out.showText(span.text());
        }
        out.endText();
        out.endMarkedContent();
    }

    /** Writes text in as many lines as it takes, and moves down by them. */
    void text(List<Span> spans, float x, float width, float size, float leading, Color color) throws IOException {
        for (List<Span> line : wrapped(spans, width, size)) {
            need(leading);
            line(line, x, y, size, color);
            down(leading);
        }
    }

    List<List<Span>> wrapped(List<Span> spans, float width, float size) throws IOException {
        List<List<Span>> lines = new ArrayList<>();
        List<Span> line = new ArrayList<>();
        float used = 0;
        for (Span word : words(spans)) {
            float wide = width(word, size);
            if (used + width(new Span(word.text().stripTrailing(), word.bold()), size) > width && !line.isEmpty()) {
                lines.add(List.copyOf(line));
                line.clear();
                used = 0;
            }
            line.add(word);
            used += wide;
        }
        lines.add(List.copyOf(line));
        return lines;
    }

    /** Pieces at whose ends a line may break: after a space, and within an address after a slash or a hyphen. */
    private static List<Span> words(List<Span> spans) {
        List<Span> words = new ArrayList<>();
        for (Span span : spans) {
            for (String word : span.text().split("(?<= )")) {
                String[] pieces = word.startsWith("http") ? word.split("(?<=[/-])") : new String[] {word};
                for (String piece : pieces) {
                    words.add(new Span(piece, span.bold()));
                }
            }
        }
        return words;
    }

    float width(Span span, float size) throws IOException {
        return (span.bold() ? bold : regular).getStringWidth(span.text()) / 1000 * size;
    }

    /** Ends the last page, then writes on each page's foot. */
    void finish(String foot) throws IOException {
        out.close();
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            try (PDPageContentStream over = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                over.beginMarkedContent(COSName.ARTIFACT);
                over.setNonStrokingColor(Look.LINE);
                over.addRect(SIDE, 52, WIDTH - 2 * SIDE, 0.8f);
                over.fill();
                Span number = new Span((i + 1) + " / " + count, false);
                small(over, foot, SIDE);
                small(over, number.text(), WIDTH - SIDE - width(number, 8.5f));
                over.endMarkedContent();
            }
        }
    }

    private void small(PDPageContentStream over, String text, float x) throws IOException {
        over.beginText();
        over.setNonStrokingColor(Look.QUIET);
        over.setFont(regular, 8.5f);
        over.newLineAtOffset(x, 37);
        over.showText(text);
        over.endText();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
