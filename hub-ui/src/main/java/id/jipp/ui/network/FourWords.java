package id.jipp.ui.network;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The four words both sides read to each other before they trust a link. */
final class FourWords extends Div {
    FourWords(String words, String why) {
        addClassName("four-words");
        Div row = new Div();
        row.addClassName("row");
        for (String word : words.strip().split("[\\s-]+")) {
            Span one = new Span(word);
            one.addClassName("word");
            row.add(one);
        }
        Paragraph reason = new Paragraph(why);
        reason.addClassNames("quiet", "small", "measure");
        add(row, reason);
    }
}
