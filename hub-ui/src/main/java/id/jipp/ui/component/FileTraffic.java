package id.jipp.ui.component;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Awaited;
import id.jipp.core.material.Material;
import id.jipp.core.material.Materials;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.sync.session.FileProgress;
import id.jipp.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How files go between this hub and another: what came, what comes now, what is still to come. Thread-safe. */
@Component
public final class FileTraffic {
    private final Materials materials;
    private final MaterialWords words;
    private final Texts texts;
    private final HubNames hubs;

    FileTraffic(Materials materials, MaterialWords words, Texts texts, HubNames hubs) {
        this.materials = materials;
        this.words = words;
        this.texts = texts;
        this.hubs = hubs;
    }

    /** What passed since the program started, what comes now, and how much of that hub's own is not here. */
    public String sentence(PeerStatus status, Locale locale) {
        FileProgress files = status.files();
        String passed = texts.getTranslation(
                "ledger.files",
                locale,
                files.whole(),
                MaterialWords.size(files.received(), locale),
                MaterialWords.size(files.sent(), locale));
        String now = arriving(status)
                .map(material -> " "
                        + texts.getTranslation(
                                "ledger.files.now",
                                locale,
                                material.fields().title().isEmpty()
                                        ? material.name()
                                        : material.fields().title(),
                                words.state(material, locale)))
                .orElse("");
        return passed + now + " " + awaited(status, locale);
    }

    private String awaited(PeerStatus status, Locale locale) {
        Awaited awaited = awaited(status);
        return texts.getTranslation(
                awaited.files() == 0 ? "ledger.files.all" : "ledger.files.awaited",
                locale,
                awaited.files(),
                MaterialWords.size(awaited.bytes(), locale),
                hubs.of(status.hub()));
    }

    /** What that hub told of and is not whole here. */
    public Awaited awaited(PeerStatus status) {
        return materials.awaitedFrom(status.hub());
    }

    /** What comes from it now; empty if nothing does, or nobody may know of it without signing in. */
    public Optional<Material> arriving(PeerStatus status) {
        Hash file = status.files().arriving();
        return file == null ? Optional.empty() : materials.find(file, null);
    }
}
