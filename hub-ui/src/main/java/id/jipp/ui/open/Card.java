package id.jipp.ui.open;

import id.jipp.core.innovation.Innovation;
import id.jipp.ui.component.InnovationWords;
import java.util.Locale;

/** An innovation in the public list, in the same words as in the list of those who are signed in. */
record Card(
        String id,
        String title,
        String localName,
        String place,
        String hub,
        String says,
        String standing,
        String dot,
        String award,
        String published) {
    static Card of(Innovation innovation, InnovationWords words, Locale locale) {
        return new Card(
                innovation.id().toString(),
                innovation.fields().title(),
                words.localName(innovation),
                words.place(innovation, locale),
                words.hub(innovation),
                words.says(innovation),
                words.standing(innovation, locale),
                words.dot(innovation),
                words.award(innovation, locale),
                words.published(innovation, locale));
    }
}
