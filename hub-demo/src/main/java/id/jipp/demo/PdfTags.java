package id.jipp.demo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The structure of a document beside its looks (ISO 32000-1, 14.7 and 14.8), so that a screen reader can follow it. */
final class PdfTags {
    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureNode> open = new ArrayDeque<>();
    private final Map<Integer, PDParentTreeValue> parents = new HashMap<>();
    private COSArray elementsOfPage = new COSArray();
    private int pages = -1;

    PdfTags(PDDocument document) {
        this.document = document;
        document.getDocumentCatalog().setStructureTreeRoot(root);
        open.push(root);
        open(StandardStructureTypes.DOCUMENT);
    }

    void beginPage(PDPage page) {
        pages++;
        page.setStructParents(pages);
        elementsOfPage = new COSArray();
        parents.put(pages, new PDParentTreeValue(elementsOfPage));
    }

    /** What is drawn until {@link #close} belongs to an element of that type. */
    void open(String type) {
        PDStructureElement element = new PDStructureElement(type, open.element());
        open.element().appendKid(element);
        open.push(element);
    }

    void close() {
        open.pop();
    }

    /** Text that belongs to the open element; ends with {@link PDPageContentStream#endMarkedContent}. */
    void begin(PDPageContentStream out, PDPage page) throws IOException {
        PDStructureElement element = (PDStructureElement) open.element();
        int number = elementsOfPage.size();
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), PDPropertyList.create(properties));
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.appendKid(reference);
        elementsOfPage.add(element);
    }

    void finish() {
        close();
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(pages + 1);
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }
}
