package id.jipp.ui.network;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import id.jipp.core.peer.Absence;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.component.AbsenceWords;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.FileTraffic;
import id.jipp.ui.component.LedgerWords;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Standing;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * One hub's page of the ledger: how it stands, the proof, and what was made up for after each absence. Thread-safe.
 */
@Component
final class Ledger {
    private static final int SHOWN_AT_ONCE = 5;

    private final LedgerWords words;
    private final AbsenceWords absences;
    private final FileTraffic files;

    Ledger(LedgerWords words, AbsenceWords absences, FileTraffic files) {
        this.words = words;
        this.absences = absences;
        this.files = files;
    }

    /** @param linked whether anything passes, so that there is something to prove */
    List<com.vaadin.flow.component.Component> standing(PeerStatus status, boolean linked, Locale locale) {
        Standing standing = new Standing(words.sentence(status, locale), words.dot(status));
        standing.addClassName("loud");
        Div all = new Div(standing);
        all.addClassName("standing");
        if (linked) {
            all.add(
                    quiet(words.traffic(status, locale)),
                    quiet(files.sentence(status, locale)),
                    quiet(words.proof(status, locale)));
            if (status.proof().digest() != null) {
                all.add(digest(status, locale));
            }
        }
        all.add(quiet(words.newest(status, locale)));
        if (status.otherKeyAt() != null) {
            all.add(Said.wrong(words.otherKey(status, locale)));
        }
        return List.of(all);
    }

    private Details digest(PeerStatus status, Locale locale) {
        Code whole = new Code(String.valueOf(status.proof().digest()));
        whole.addClassName("digest");
        Details details = new Details(words.say("ledger.proof.whole", locale));
        details.add(whole, quiet(words.say("ledger.proof.how", locale, words.name(status))));
        return details;
    }

    /** @return nothing where there was no absence */
    List<com.vaadin.flow.component.Component> absences(PeerStatus status, Locale locale) {
        List<Absence> all = status.absences();
        if (all.isEmpty()) {
            return List.of();
        }
        Card card = Card.padded(list(all.subList(0, Math.min(SHOWN_AT_ONCE, all.size())), locale));
        if (all.size() > SHOWN_AT_ONCE) {
            Details earlier = new Details(words.say("ledger.absences.earlier", locale, all.size() - SHOWN_AT_ONCE));
            earlier.add(list(all.subList(SHOWN_AT_ONCE, all.size()), locale));
            card.add(earlier);
        }
        return List.of(new H2(words.say("ledger.absences", locale)), card);
    }

    private UnorderedList list(List<Absence> some, Locale locale) {
        UnorderedList list = new UnorderedList();
        list.addClassName("absences");
        some.forEach(absence -> list.add(new ListItem(absences.sentence(absence, locale))));
        return list;
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassNames("quiet", "small");
        return quiet;
    }
}
