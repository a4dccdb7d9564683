package id.jipp.ui.seminar;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import id.jipp.core.material.UploadId;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.SeminarId;
import id.jipp.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes files from a browser in pieces; {@code hub-upload.js} does it and tells of each that is whole at the hub. */
@Tag("hub-upload")
@JsModule("context://js/hub-upload.js")
final class UploadField extends Component {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAME_CHARS_MAX = 1_000;

    /** The keys under {@code upload.}; the module takes no sentence from elsewhere. */
    private static final List<String> SENTENCES = List.of(
            "choose",
            "hint",
            "queued",
            "sending",
            "of",
            "rate",
            "seconds",
            "minutes",
            "pause",
            "paused",
            "resume",
            "cancel",
            "waiting",
            "again",
            "another",
            "arrived",
            "signedOut",
            "gone",
            "refused",
            "refusedPlain");

    private final BiConsumer<UploadId, String> whole;

    /** @param whole told the upload that is whole, and its file's name as the browser knows it */
    UploadField(Texts texts, SeminarId seminar, Person person, Locale locale, BiConsumer<UploadId, String> whole) {
        this.whole = whole;
        ObjectNode config = JSON.createObjectNode();
        config.put("memory", person.id() + "." + seminar);
        config.put("language", Texts.supported(locale).getLanguage());
        ObjectNode words = config.putObject("words");
        SENTENCES.forEach(key -> words.put(key, texts.getTranslation("upload." + key, locale, "{0}", "{1}")));
        getElement().setAttribute("config", config.toString());
    }

    @ClientCallable
    private void arrived(String upload, String name) {
        UploadId.parse(upload)
                .ifPresent(id -> whole.accept(id, name.substring(0, Math.min(name.length(), NAME_CHARS_MAX))));
    }

    /** Takes its line away: it is a material now, or gone. */
    void settled(UploadId upload) {
        getElement().callJsFunction("settled", upload.value());
    }
}
