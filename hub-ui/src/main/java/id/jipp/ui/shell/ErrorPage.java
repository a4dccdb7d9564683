package id.jipp.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Way;

/** What happened, what is safe, what to do. */
abstract class ErrorPage extends HubPage {
    /** @param key of the title; {@code key.what} says more */
    final void show(String key, String nextPath, String nextKey) {
        title(getTranslation(key));
        Paragraph what = new Paragraph(getTranslation(key + ".what"));
        what.addClassName("measure");
        Paragraph next = new Paragraph(Way.first(nextPath, getTranslation(nextKey)));
        Div body = new Div(what, next);
        body.addClassName("stack");
        add(body);
    }
}
