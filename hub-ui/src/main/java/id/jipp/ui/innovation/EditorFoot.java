package id.jipp.ui.innovation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.jipp.ui.component.Way;

/**
 * What one may do with what one writes, always in reach: publish it, leave it for later, throw it away. Beside it
 * stands whether the hub has it yet; {@code form.js} shows which of the three words is true.
 */
final class EditorFoot extends Div {
    private final Button main = new Button();
    private final Way later = Way.button("", getTranslation("innovation.later"));
    private final Button discard = new Button();
    private final Span saved = new Span();
    private final Div asking = new Div();
    private final Runnable throwAway;
    private String what = "draft";

    EditorFoot(Runnable finish, Runnable throwAway) {
        this.throwAway = throwAway;
        addClassName("foot");
        asking.addClassName("asking");
        main.addThemeVariants(ButtonVariant.PRIMARY);
        main.setDisableOnClick(true);
        main.addClickListener(click -> {
            finish.run();
            main.setEnabled(true);
        });
        discard.addClassName("btn");
        discard.addClickListener(click -> ask());
        saved.addClassName("saved");
        saved.getElement().setAttribute("role", "status");
        Span saving = new Span(getTranslation("innovation.saving"));
        saving.addClassName("saving");
        Span unsaved = new Span(getTranslation("innovation.unsaved"));
        unsaved.addClassName("unsaved");
        Span state = new Span(saved, saving, unsaved);
        state.addClassNames("state", "quiet", "small");
        Div row = new Div(main, later, discard, state);
        row.addClassName("row");
        add(asking, row);
    }

    /**
     * @param main the key of the main thing to do
     * @param writing what is in hand
     */
    void offer(String main, Manuscript writing) {
        what = writing.isChange() ? "change" : "draft";
        asking.removeAll();
        this.main.setText(getTranslation(main));
        discard.setText(getTranslation("innovation.discard." + what));
        kept(writing);
    }

    /** Offers to leave it and to throw it away, as soon as there is something to. */
    void kept(Manuscript writing) {
        discard.setVisible(writing.isKept());
        later.setVisible(writing.isKept());
    }

    /** How it stands, once the hub has heard all that was typed. */
    void say(String words) {
        saved.setText(words);
        saved.removeClassName("wrong");
    }

    /** Why it could not be kept or published. */
    void complain(String words) {
        say(words);
        saved.addClassName("wrong");
    }

    private void ask() {
        Paragraph consequence = new Paragraph(getTranslation("innovation.discard.consequence." + what));
        Button yes = new Button(getTranslation("innovation.discard.yes"), click -> throwAway.run());
        Button no = new Button(getTranslation("words.cancel"), click -> asking.removeAll());
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        no.addClassName("btn");
        Div row = new Div(yes, no);
        row.addClassName("row");
        Div notice = new Div(consequence, row);
        notice.addClassNames("notice", "needs-you");
        notice.getElement().setAttribute("role", "alert");
        asking.removeAll();
        asking.add(notice);
        no.focus();
    }
}
