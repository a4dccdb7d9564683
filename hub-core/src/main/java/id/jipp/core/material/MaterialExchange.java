package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.projection.Listeners;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What passes between hubs of the files that materials are. */
final class MaterialExchange implements FileExchange {
    private static final int WANTS_MAX = 100;

    private final Shelf shelf;
    private final MaterialProjection projection;
    private final Missing missing;
    private final Asked asked;
    private final FileLinks links;
    private final Listeners<Boolean> hints = new Listeners<>();
    private volatile boolean night;

    MaterialExchange(Shelf shelf, MaterialProjection projection, Missing missing, Asked asked, FileLinks links) {
        this.shelf = shelf;
        this.projection = projection;
        this.missing = missing;
        this.asked = asked;
        this.links = links;
        this.night = links.isNight();
        links.onChange(this::hint);
    }

    @Override
    public boolean gives(HubId peer, Hash file) {
        return shelf.of(file).stream().anyMatch(document -> document.isTold() && links.gives(peer, ownerOf(document)));
    }

    @Override
    public List<Hash> wants(HubId peer, Predicate<Hash> mayAsk) {
        Map<HubId, Boolean> mayHave = new HashMap<>();
        return missing.all().stream()
                .filter(document -> mayAsk.test(document.file()))
                .filter(document -> mayHave.computeIfAbsent(ownerOf(document), owner -> links.mayHave(peer, owner)))
                .filter(document -> isWantedNow(peer, document))
                .sorted(Comparator.comparing((MaterialDocument document) -> !isAsked(document))
                        .thenComparing(MaterialDocument::bytes)
                        .thenComparing(MaterialDocument::id))
                .limit(WANTS_MAX)
                .map(MaterialDocument::file)
                .toList();
    }

    @Override
    public boolean isWanted(HubId peer, Hash file) {
        return wanted(peer, file).isPresent();
    }

    @Override
    public Optional<Manifest> manifest(HubId peer, Hash file) {
        return wanted(peer, file).flatMap(this::manifest);
    }

    private Optional<MaterialDocument> wanted(HubId peer, Hash file) {
        return missing.find(file)
                .filter(document -> links.mayHave(peer, ownerOf(document)))
                .filter(document -> isWantedNow(peer, document));
    }

    private boolean isWantedNow(HubId peer, MaterialDocument document) {
        return links.say(peer, document.bytes(), isAsked(document)) == FileLinks.Say.NOW;
    }

    @Override
    public Optional<Manifest> takesFromDisk(HubId peer, Hash file) {
        return missing.find(file)
                .filter(document -> links.mayHave(peer, ownerOf(document)))
                .filter(document -> links.say(peer, document.bytes(), isAsked(document)) != FileLinks.Say.NEVER)
                .flatMap(this::manifest);
    }

    private Optional<Manifest> manifest(MaterialDocument document) {
        return projection.whole(List.of(document.id())).stream()
                .findFirst()
                .filter(whole -> !whole.withdrawn())
                .flatMap(MaterialDocument::manifest);
    }

    @Override
    public long bytesPerSecondMax(HubId peer) {
        return links.bytesPerSecondMax(peer);
    }

    @Override
    public Runnable onChange(Runnable hint) {
        return hints.add(news -> hint.run());
    }

    Awaited awaitedFrom(HubId owner) {
        return missing.of(owner);
    }

    /** Something was said of that file, or it came. */
    void look(Hash file) {
        if (!missing.look(file)) {
            asked.end(file);
        }
    }

    void hint() {
        hints.tell(true);
    }

    /** Hints where the night has begun or ended since the last time this was called. */
    void watchTheClock() {
        boolean now = links.isNight();
        if (now != night) {
            night = now;
            hint();
        }
    }

    FileState.Why why(MaterialDocument document) {
        return links.why(ownerOf(document), document.bytes(), isAsked(document));
    }

    private boolean isAsked(MaterialDocument document) {
        return asked.isFor(document.file());
    }

    private static HubId ownerOf(MaterialDocument document) {
        return document.materialId().seminar().hub();
    }
}
