package id.jipp.ui.api;

import id.jipp.core.material.Awaited;
import id.jipp.core.material.Material;
import id.jipp.core.peer.Absence;
import id.jipp.core.peer.Peer;
import id.jipp.core.settings.HubSettings;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.component.AbsenceWords;
import id.jipp.ui.component.FileTraffic;
import id.jipp.ui.component.LedgerWords;
import id.jipp.ui.text.Moments;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts how a link stands into the API's words. */
@Component
class PeerViews {
    private final PeerSentence sentences;
    private final Moments moments;
    private final LedgerWords ledger;
    private final AbsenceWords absences;
    private final FileTraffic files;

    PeerViews(
            ApiWords words,
            LedgerWords ledger,
            AbsenceWords absences,
            FileTraffic files,
            HubSettings settings,
            Clock clock) {
        this.files = files;
        this.ledger = ledger;
        this.absences = absences;
        this.moments = new Moments(settings.area(), clock);
        this.sentences = new PeerSentence(words, moments);
    }

    /**
     * @param link asked, asking, linked, paused, blocked, left (by us) or gone (they left)
     * @param identical whether both hold the same; null for unknown
     * @param words the four words both sides compare
     * @param forgotten whether what that hub wrote is no longer shown here
     * @param lastRefusal the code and the detail for operators; {@code refusal} says it in a sentence
     * @param newestEntryAt when that hub wrote the newest of its entries that are here
     * @param otherKeyAt when somebody last called as that hub with another key
     * @param absences the newest first
     * @param files how files go
     */
    record PeerView(
            String id,
            String name,
            String state,
            String link,
            String sentence,
            @Nullable OffsetDateTime lastContact,
            long waitingToSend,
            long waitingToReceive,
            @Nullable Boolean identical,
            long records,
            @Nullable String lastRefusal,
            PolicyView policy,
            String words,
            boolean forgotten,
            @Nullable String refusal,
            ProofView proof,
            @Nullable OffsetDateTime newestEntryAt,
            @Nullable OffsetDateTime otherKeyAt,
            List<AbsenceView> absences,
            FilesView files) {}

    /**
     * @param whole files that came whole since the program started; {@code received} and {@code sent} in bytes
     * @param awaited files of that hub's own materials that are not whole here, and their bytes
     * @param sentence the same in a sentence
     */
    record FilesView(
            long whole,
            long received,
            long sent,
            @Nullable ArrivingView arriving,
            int awaited,
            long awaitedBytes,
            String sentence) {}

    /** @param file its SHA-256, lower-case hex */
    record ArrivingView(String file, String name, int percent) {}

    /** @param digest over the heads of what both may have; equal at both hubs, and null unless they hold the same */
    record ProofView(long entries, long of, @Nullable String digest) {}

    /** @param over whether all that was held back has passed */
    record AbsenceView(
            OffsetDateTime from, OffsetDateTime until, boolean over, String sentence, List<PassedView> passed) {}

    /** @param kind records or messages */
    record PassedView(String hub, String kind, long came, long went) {}

    PeerView of(Peer peer, PeerStatus status, Locale locale) {
        return new PeerView(
                peer.hub().value(),
                peer.name(),
                code(status.state()),
                code(peer.state()),
                sentences.of(peer, status, locale),
                InnovationView.at(status.lastContact(), moments.zone()),
                status.waitingToSend(),
                status.waitingToReceive(),
                status.identical(),
                status.records(),
                status.lastRefusal() == null ? null : status.lastRefusal().toString(),
                PolicyView.of(peer.policy()),
                peer.words(),
                peer.forgotten(),
                status.lastRefusal() == null ? null : ledger.reason(status, locale),
                proof(status.proof()),
                InnovationView.at(status.newest(), moments.zone()),
                InnovationView.at(status.otherKeyAt(), moments.zone()),
                status.absences().stream().map(absence -> view(absence, locale)).toList(),
                files(status, locale));
    }

    private FilesView files(PeerStatus status, Locale locale) {
        Awaited awaited = files.awaited(status);
        return new FilesView(
                status.files().whole(),
                status.files().received(),
                status.files().sent(),
                files.arriving(status).map(PeerViews::arriving).orElse(null),
                awaited.files(),
                awaited.bytes(),
                files.sentence(status, locale));
    }

    private static ArrivingView arriving(Material material) {
        return new ArrivingView(
                material.id().file().toString(),
                material.name(),
                material.state().percent());
    }

    private static ProofView proof(PeerStatus.Proof proof) {
        return new ProofView(
                proof.entries(),
                proof.of(),
                proof.digest() == null ? null : proof.digest().toString());
    }

    private AbsenceView view(Absence absence, Locale locale) {
        return new AbsenceView(
                absence.from().atZone(moments.zone()).toOffsetDateTime(),
                absence.until().atZone(moments.zone()).toOffsetDateTime(),
                absence.over(),
                absences.sentence(absence, locale),
                absence.passed().stream()
                        .map(part -> new PassedView(part.author().value(), code(part.kind()), part.came(), part.went()))
                        .toList());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
