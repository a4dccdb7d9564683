package id.jipp.core.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.log.Fork;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.log.Streams;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is gone from the catalogue of every hub, and so is what only an epoch had that counts no more. */
class ErasureTest {
    @TempDir
    Path folder;

    private InnovationHub bali;
    private InnovationHub jatim;

    @BeforeEach
    void open() {
        bali = new InnovationHub("bali", "51", folder);
        jatim = new InnovationHub("jatim", "35", folder);
    }

    @AfterEach
    void close() {
        bali.close();
        jatim.close();
    }

    @Test
    void anErasedRecordIsGoneFromEveryCatalogueAndItsSimilarTitles() {
        Innovation toss = published("TOSS Klungkung");
        published("Samsat Kerti");
        bali.innovations.confirm(toss.id(), bali.coordinator).orThrow();
        jatim.syncFrom(bali);
        Set<InnovationId> told = ConcurrentHashMap.newKeySet();
        jatim.innovations.onChange(told::addAll);

        assertThat(bali.innovations
                        .erase(toss.id(), ErasureReason.PERSON, bali.coordinator)
                        .orThrow())
                .isTrue();
        jatim.syncFrom(bali);

        for (InnovationHub hub : List.of(bali, jatim)) {
            assertThat(hub.innovations.find(toss.id(), null)).isEmpty();
            assertThat(hub.innovations.similarTo("TOSS Klungkung")).isEmpty();
            assertThat(hub.innovations.list(InnovationQuery.all(0, 20)).total()).isEqualTo(1);
            assertThat(InnovationVerifier.verify(hub.log, hub.store).problems()).isEmpty();
            assertThat(hub.store.toString()).doesNotContain("TOSS");
        }
        assertThat(told).contains(toss.id());
        assertThat(why(bali.innovations.erase(toss.id(), ErasureReason.PERSON, bali.coordinator)))
                .isEqualTo(Why.NOT_FOUND);
    }

    @Test
    void onlyACoordinatorOfItsOwnHubErases() {
        Innovation toss = published("TOSS Klungkung");
        jatim.syncFrom(bali);
        assertThat(why(bali.innovations.erase(toss.id(), ErasureReason.RULES, bali.staff)))
                .isEqualTo(Why.FORBIDDEN);
        assertThat(why(jatim.innovations.erase(toss.id(), ErasureReason.RULES, jatim.coordinator)))
                .isEqualTo(Why.FORBIDDEN);
        assertThat(bali.innovations.find(toss.id(), null)).isPresent();
    }

    @Test
    void aRecordIsMadeAgainFromWhatIsLeftOfIt() {
        Innovation toss = published("TOSS Klungkung");
        bali.innovations
                .revise(toss.id(), titled("TOSS dengan nama orang"), 1, bali.coordinator)
                .orThrow();
        jatim.syncFrom(bali);

        bali.log.append(StreamName.PUBLIC, List.of(new Erased(StreamName.PUBLIC, List.of(2L), "person").entry()));
        jatim.syncFrom(bali);
        bali.settle();

        for (InnovationHub hub : List.of(bali, jatim)) {
            assertThat(hub.innovations
                            .find(toss.id(), null)
                            .orElseThrow()
                            .fields()
                            .title())
                    .isEqualTo("TOSS Klungkung");
            assertThat(InnovationVerifier.verify(hub.log, hub.store).problems()).isEmpty();
        }
    }

    @Test
    @DisplayName("C7: an erasure is done after a crash at which the index was lost and documents were not")
    void anErasureSurvivesACrash() {
        Innovation toss = published("TOSS Klungkung");
        jatim.syncFrom(bali);
        jatim.close();
        bali.innovations
                .erase(toss.id(), ErasureReason.PERSON, bali.coordinator)
                .orThrow();
        Streams.copy(bali.log, jatim.log, new StreamId(bali.hub, StreamName.PUBLIC));

        jatim.restartWithoutIndex();

        assertThat(jatim.innovations.find(toss.id(), null)).isEmpty();
        assertThat(jatim.innovations.list(InnovationQuery.all(0, 20)).total()).isZero();
        assertThat(jatim.store.toString()).doesNotContain("TOSS");
    }

    @Test
    @DisplayName("F1: in a new epoch every hub comes to its author's view, whichever branch it held")
    void aNewEpochIsTheSameEverywhere() {
        Innovation toss = published("TOSS Klungkung");
        StreamId first = new StreamId(bali.hub, StreamName.PUBLIC);
        InMemoryHubLog twin = Streams.twin(bali.log, InnovationHub.identity(bali.hub));
        Innovation ours = published("Hanya di cabang ini");
        twin.append(
                StreamName.PUBLIC,
                List.of(new InnovationEvent.RetiredV1(toss.id().toString(), 2, "cabang lain").toEntry()));
        Streams.copy(twin, jatim.log, first);
        jatim.settle();
        assertThat(jatim.innovations.find(toss.id(), null).orElseThrow().status())
                .isEqualTo(Status.RETIRED);
        Fork proof = Streams.proof(bali.log, twin, first, 2);
        assertThat(bali.log.freeze(proof)).isTrue();

        Epochs.begin(bali.log, bali.hub, StreamName.PUBLIC, said -> {});
        Innovation later = published("Sesudah itu");
        StreamId second = new StreamId(bali.hub, new StreamName("public~2"));
        Streams.copy(bali.log, jatim.log, second);
        jatim.settle();
        bali.settle();

        for (InnovationHub hub : List.of(bali, jatim)) {
            assertThat(hub.innovations.find(toss.id(), null)).contains(toss);
            assertThat(hub.innovations.find(ours.id(), null)).contains(ours);
            assertThat(hub.innovations.find(later.id(), null)).contains(later);
            assertThat(hub.innovations.list(InnovationQuery.all(0, 20)).total()).isEqualTo(3);
            assertThat(InnovationVerifier.verify(hub.log, hub.store).problems()).isEmpty();
        }
        bali.innovations
                .erase(ours.id(), ErasureReason.MISTAKE, bali.coordinator)
                .orThrow();
        assertThat(Streams.kept(bali.log, first)).doesNotContain("Hanya di cabang");
    }

    private Innovation published(String title) {
        Innovation draft = bali.innovations
                .saveDraft(null, titled(title), null, bali.coordinator)
                .orThrow();
        return bali.innovations.publish(draft.id(), bali.coordinator).orThrow();
    }

    private static InnovationFields titled(String title) {
        return new InnovationFields(
                title,
                "",
                "Pemerintah Kabupaten Klungkung",
                "",
                "Kab. Klungkung",
                2018,
                "",
                "",
                "Sampah diolah di tempat menjadi bahan bakar.",
                "",
                "",
                "",
                "",
                CostClass.LOW,
                "",
                List.of(11),
                false,
                Phase.DEVELOPMENT,
                "https://menpan.go.id/",
                Map.of());
    }

    private static Why why(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why();
    }
}
