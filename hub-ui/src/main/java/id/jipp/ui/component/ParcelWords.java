package id.jipp.ui.component;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.outcome.Problem;
import id.jipp.sync.parcel.ParcelMade;
import id.jipp.sync.parcel.ParcelTaken;
import id.jipp.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What a parcel carries, and what came of one that was taken in, in sentences. Thread-safe. */
@Component
public final class ParcelWords {
    private static final int LEFT_SAID_MAX = 5;

    private final Texts texts;

    public ParcelWords(Texts texts) {
        this.texts = texts;
    }

    /** @param name what to call a hub */
    public List<String> made(ParcelMade made, Function<HubId, String> name, Locale locale) {
        HubId recipient = made.recipient();
        if (recipient == null) {
            return List.of(say("parcel.made.anybody", locale, made.entries()));
        }
        return List.of(
                made.asks()
                        ? say("parcel.made.asks", locale, name.apply(recipient))
                        : say("parcel.made", locale, name.apply(recipient), made.entries(), made.files()));
    }

    /** The first says the whole of it in one. @param name what to call a hub */
    public List<String> taken(ParcelTaken taken, Function<HubId, String> name, Locale locale) {
        String from = name.apply(taken.from());
        List<String> said = new ArrayList<>();
        if (taken.link() == ParcelTaken.Link.ASKING) {
            said.add(say("parcel.taken.asking", locale, from));
            return said;
        }
        Problem stopped = taken.stopped();
        if (stopped != null) {
            said.add(say("parcel.taken.stopped", locale, from, texts.say(stopped, locale)));
        }
        if (taken.link() == ParcelTaken.Link.LINKED_NOW) {
            said.add(say("parcel.taken.linked", locale, from));
        }
        said.add(what(taken, from, locale));
        if (taken.files() > 0) {
            said.add(say("parcel.taken.files", locale, taken.files(), taken.filesKnown()));
        }
        if (taken.filesLeft() > 0) {
            said.add(say("parcel.taken.files.left", locale, taken.filesLeft()));
        }
        said.addAll(left(taken, name, locale));
        return said;
    }

    private String what(ParcelTaken taken, String from, Locale locale) {
        if (taken.entries() > 0 || taken.files() > 0) {
            return say("parcel.taken", locale, from, taken.entries(), taken.known());
        }
        return taken.known() + taken.filesKnown() == 0
                ? say("parcel.taken.empty", locale, from)
                : say("parcel.taken.nothing", locale, from, taken.known(), taken.filesKnown());
    }

    /** Streams left for the same reason are said together. */
    private List<String> left(ParcelTaken taken, Function<HubId, String> name, Locale locale) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (ParcelTaken.LeftOut left : taken.leftOut()) {
            String reason =
                    say("parcel.left", locale, stream(left.stream(), name, locale), texts.say(left.why(), locale));
            reasons.merge(reason, 1, Integer::sum);
        }
        List<String> said = new ArrayList<>();
        if (taken.left() > 0) {
            said.add(say("parcel.taken.left", locale, taken.left()));
        }
        reasons.keySet().stream().limit(LEFT_SAID_MAX).forEach(said::add);
        if (reasons.size() > LEFT_SAID_MAX) {
            said.add(say("parcel.left.more", locale, reasons.size() - LEFT_SAID_MAX));
        }
        return said;
    }

    private String stream(StreamId stream, Function<HubId, String> name, Locale locale) {
        String author = name.apply(stream.hub());
        if (stream.name().isRoom()) {
            return say("parcel.stream.room", locale, author);
        }
        return say(stream.name().isPublic() ? "parcel.stream.public" : "parcel.stream.direct", locale, author);
    }

    private String say(String key, Locale locale, Object... args) {
        return texts.getTranslation(key, locale, args);
    }
}
