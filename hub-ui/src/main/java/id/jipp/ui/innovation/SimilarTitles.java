package id.jipp.ui.innovation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.jipp.core.innovation.Innovation;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.component.Way;
import java.util.List;

/** Says that something of nearly that name is known, before a twin of it is made. */
final class SimilarTitles extends Div {
    SimilarTitles(List<Innovation> near, InnovationWords words, Runnable goOn) {
        addClassNames("notice", "needs-you", "similar");
        getElement().setAttribute("role", "status");
        Span title = new Span(getTranslation("innovation.similar", near.size()));
        title.addClassName("num");
        UnorderedList list = new UnorderedList();
        for (Innovation innovation : near) {
            Way way = new Way("inovasi/" + innovation.id(), innovation.fields().title());
            way.setTarget("_blank");
            Span place = new Span(words.place(innovation, getLocale()));
            place.addClassNames("quiet", "small");
            ListItem item = new ListItem(way, place, new HubBadge(words.hub(innovation)));
            item.addClassName("row");
            list.add(item);
        }
        add(
                new Paragraph(title),
                new Paragraph(getTranslation("innovation.similar.ask")),
                list,
                new Button(getTranslation("innovation.similar.go-on"), click -> goOn.run()));
    }
}
