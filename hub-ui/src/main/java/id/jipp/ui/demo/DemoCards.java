package id.jipp.ui.demo;

import id.jipp.core.log.HubId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How the hubs of the demo find each other without anyone carrying codes: each leaves its card, a file of three lines
 * (name, public key, sync address), in the demo's folder.
 */
final class DemoCards {
    private static final int CARD_BYTES_MAX = 1_000;

    private final Path folder;

    DemoCards(Path folder) {
        this.folder = folder;
    }

    record Card(String name, byte[] publicKey, URI address) {}

    void leave(HubId hub, Card card) throws IOException {
        String text = card.name() + "\n" + HexFormat.of().formatHex(card.publicKey()) + "\n" + card.address() + "\n";
        Files.createDirectories(folder.resolve(hub.value()));
        Path unfinished = file(hub).resolveSibling("card.new");
        Files.writeString(unfinished, text);
        Files.move(unfinished, file(hub), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty until that hub has started once. */
    Optional<Card> find(HubId hub) throws IOException {
        Path file = file(hub);
        if (!Files.exists(file) || Files.size(file) > CARD_BYTES_MAX) {
            return Optional.empty();
        }
        String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", -1);
        return lines.length < 3
                ? Optional.empty()
                : Optional.of(new Card(lines[0], HexFormat.of().parseHex(lines[1]), URI.create(lines[2])));
    }

    private Path file(HubId hub) {
        return folder.resolve(hub.value()).resolve("card");
    }
}
