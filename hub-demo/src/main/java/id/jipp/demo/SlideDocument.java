package id.jipp.demo;

import id.jipp.demo.Block.Figure;
import id.jipp.demo.Block.Figures;
import id.jipp.demo.Block.Heading;
import id.jipp.demo.Block.Message;
import id.jipp.demo.Block.Paragraph;
import id.jipp.demo.Block.Points;
import id.jipp.demo.Block.Sources;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.presentationml.x2006.main.CTBackgroundProperties;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/** A manuscript as slides of 16:9: one with its title, then one for each heading. */
final class SlideDocument {
    private static final Dimension SIZE = new Dimension(960, 540);
    private static final int SIDE = 72;
    private static final int WIDTH = SIZE.width - 2 * SIDE;

    private final XMLSlideShow show;
    private int top;

    private SlideDocument(XMLSlideShow show) {
        this.show = show;
    }

    static byte[] of(Manuscript manuscript) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.setPageSize(SIZE);
            describe(show, manuscript);
            SlideDocument slides = new SlideDocument(show);
            slides.cover(manuscript);
            XSLFSlide now = show.getSlides().getFirst();
            for (Block block : manuscript.blocks()) {
                now = slides.block(block, now);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return SteadyZip.of(bytes.toByteArray());
        }
    }

    private static void describe(XMLSlideShow show, Manuscript manuscript) {
        Optional<Date> date = Optional.of(
                Date.from(manuscript.date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        POIXMLProperties.CoreProperties core = show.getProperties().getCoreProperties();
        core.setTitle(manuscript.title());
        core.setSubjectProperty(manuscript.kicker());
        core.setCreator(Manuscript.AUTHOR);
        core.getUnderlyingProperties().setLanguageProperty(Manuscript.LANGUAGE);
        core.setCreated(date);
        core.setModified(date);
    }

    private void cover(Manuscript manuscript) {
        XSLFSlide slide = show.createSlide(layout(SlideLayout.TITLE_ONLY));
        fill(slide, Look.ACCENT);
        bar(slide, new Rectangle(SIDE + 7, 356, 96, 6), Look.GOLD);
        title(slide, manuscript.title(), new Rectangle(SIDE, 216, WIDTH, 130), 54, Look.WHITE);
        XSLFTextBox kicker = slide.createTextBox();
        kicker.setAnchor(new Rectangle(SIDE, 376, WIDTH, 50));
        kicker.clearText();
        write(kicker, List.of(new Span(manuscript.kicker(), false)), 20, Look.ACCENT_SOFT);
    }

    private XSLFSlideLayout layout(SlideLayout kind) {
        return Objects.requireNonNull(
                show.getSlideMasters().getFirst().getLayout(kind), "The built-in master has every layout");
    }

    private XSLFSlide block(Block block, XSLFSlide now) {
        switch (block) {
            case Heading heading -> {
                return slide(heading.text());
            }
            case Points points -> points(now, points);
            case Figures figures -> figures(now, figures.figures());
            case Paragraph paragraph -> text(now, paragraph.spans(), 22, Look.INK, 70);
            case Message message -> text(now, List.of(new Span(message.text(), true)), 28, Look.ACCENT, 90);
            case Sources sources -> {
                XSLFSlide slide = slide(sources.heading());
                sources.lines().forEach(line -> text(slide, Span.parse(line), 14, Look.QUIET, 58));
                return slide;
            }
        }
        return now;
    }

    private XSLFSlide slide(String heading) {
        XSLFSlide slide = show.createSlide(layout(SlideLayout.TITLE_ONLY));
        bar(slide, new Rectangle(0, 0, 12, SIZE.height), Look.ACCENT);
        title(slide, heading, new Rectangle(SIDE, 36, WIDTH, 74), 34, Look.ACCENT);
        bar(slide, new Rectangle(SIDE + 7, 116, 64, 5), Look.GOLD);
        top = 150;
        return slide;
    }

    /** The background of this slide alone; POI's own way would change the master's. */
    private static void fill(XSLFSlide slide, Color color) {
        CTBackgroundProperties background =
                slide.getXmlObject().getCSld().addNewBg().addNewBgPr();
        background.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {
            (byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()
        });
        background.addNewEffectLst();
    }

    private static void bar(XSLFSlide slide, Rectangle place, Color color) {
        XSLFAutoShape bar = slide.createAutoShape();
        bar.setShapeType(ShapeType.RECT);
        bar.setAnchor(place);
        bar.setFillColor(color);
        bar.setLineColor(null);
    }

    private static void title(XSLFSlide slide, String text, Rectangle place, double size, Color color) {
        XSLFTextShape title = slide.getPlaceholder(0);
        // A place of its own: without one, POI would move the layout's title, and with it that of every other slide.
        ((CTShape) title.getXmlObject()).getSpPr().addNewXfrm();
        title.setAnchor(place);
        title.setVerticalAlignment(VerticalAlignment.BOTTOM);
        title.clearText();
        XSLFTextParagraph paragraph = write(title, List.of(new Span(text, true)), size, color);
        paragraph.setTextAlign(TextAlign.LEFT);
    }

    private void points(XSLFSlide slide, Points points) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(SIDE, top, WIDTH, 320));
        box.clearText();
        for (List<Span> point : points.points()) {
            XSLFTextParagraph paragraph = write(box, point, 24, Look.INK);
            paragraph.setBullet(true);
            paragraph.setBulletCharacter("•");
            paragraph.setBulletFontColor(Look.GOLD);
            paragraph.setLeftMargin(26d);
            paragraph.setIndent(-26d);
            paragraph.setSpaceAfter(-14d);
            paragraph.setLineSpacing(112d);
        }
    }

    private void figures(XSLFSlide slide, List<Figure> figures) {
        int wide = WIDTH / 2;
        for (int i = 0; i < figures.size(); i++) {
            XSLFTextBox box = slide.createTextBox();
            box.setAnchor(new Rectangle(SIDE + i % 2 * wide, top + i / 2 * 160, wide - 24, 130));
            box.clearText();
            write(box, List.of(new Span(figures.get(i).value(), true)), 54, Look.ACCENT);
            write(box, List.of(new Span(figures.get(i).words(), false)), 20, Look.QUIET);
        }
    }

    private void text(XSLFSlide slide, List<Span> spans, double size, Color color, int height) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(SIDE, top, WIDTH, height));
        box.clearText();
        write(box, spans, size, color);
        top += height;
    }

    private static XSLFTextParagraph write(XSLFTextShape shape, List<Span> spans, double size, Color color) {
        XSLFTextParagraph paragraph = shape.addNewTextParagraph();
        for (Span span : spans) {
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(span.text());
            run.setBold(span.bold());
            run.setFontSize(size);
            run.setFontColor(color);
            run.setFontFamily(Look.FONT);
            ((CTRegularTextRun) run.getXmlObject()).getRPr().setLang(Manuscript.LANGUAGE);
        }
        return paragraph;
    }
}
