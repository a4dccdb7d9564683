package id.jipp.core.material;

import static id.jipp.core.material.MaterialHub.saying;
import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.SeminarQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialsTest {
    @TempDir
    Path folder;

    private MaterialHub bali;
    private MaterialHub jatim;

    @BeforeEach
    void open() {
        bali = new MaterialHub("bali", folder);
        jatim = new MaterialHub("jatim", folder);
    }

    @AfterEach
    void close() {
        bali.close();
        jatim.close();
    }

    @Test
    void aFileThatIsSharedIsKnownAtTheOtherHubBeforeItIsThere() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Material attached = bali.attach(seminar, "paparan.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);

        Material there = jatim.materials.of(seminar.id(), null).getFirst();
        assertThat(attached.state()).isEqualTo(new FileState.Here());
        assertThat(there.state()).isInstanceOf(FileState.Waiting.class);
        assertThat(there.name()).isEqualTo("paparan.txt");
        assertThat(there.fields()).isEqualTo(attached.fields());
        assertThat(there.bytes()).isEqualTo(3);
    }

    @Test
    void onceItsBytesCameItIsHereAndOpens() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Material attached = bali.attach(seminar, "paparan.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);
        jatim.fetchFrom(bali, jatim.manifest(attached.id()));

        assertThat(jatim.materials.find(attached.id(), null).orElseThrow().state())
                .isEqualTo(new FileState.Here());
    }

    @Test
    @DisplayName("X4 once a link was left and its records are to go, its seminars and files are not to be seen either")
    void whatALeftHubToldIsHiddenAndComesBack() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Material attached = bali.attach(seminar, "paparan.txt", "isi", Share.NETWORK);
        jatim.linkWith(bali, FilePolicy.STANDARD);
        jatim.syncFrom(bali);
        jatim.fetchFrom(bali, jatim.manifest(attached.id()));
        Set<SeminarId> told = new HashSet<>();
        jatim.seminars.onChange(told::addAll);

        jatim.peers.leave(bali.hub, false, jatim.coordinator).orThrow();

        assertThat(told).containsExactly(seminar.id());
        assertThat(jatim.seminars.find(seminar.id())).isEmpty();
        assertThat(jatim.seminars.list(SeminarQuery.all(0, 20)).items()).isEmpty();
        assertThat(jatim.materials.of(seminar.id(), jatim.coordinator)).isEmpty();
        assertThat(jatim.materials.file(attached.id().file(), jatim.coordinator))
                .isEmpty();

        jatim.restart();
        assertThat(jatim.seminars.find(seminar.id())).isEmpty();

        jatim.peers.leave(bali.hub, true, jatim.coordinator).orThrow();

        assertThat(jatim.seminars.list(SeminarQuery.all(0, 20)).items()).hasSize(1);
        assertThat(jatim.materials.file(attached.id().file(), null)).isPresent();
    }

    @Test
    void ofAHubThatIsReferredToOnlyASeminarIsCalledAndPlacedAndNoMore() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Seminar told = bali.seminars
                .change(seminar.id(), about(seminar.fields(), "Pelembagaan"), 1, bali.coordinator)
                .orThrow();
        jatim.linkWith(bali, new PeerPolicy(Direction.REFERENCE, Direction.NONE, FilePolicy.STANDARD));
        jatim.syncFrom(bali);

        Seminar there = jatim.seminars.find(told.id()).orElseThrow();
        assertThat(there.fields()).isEqualTo(about(told.fields(), ""));
        assertThat(jatim.seminars
                        .list(new SeminarQuery("pelembagaan", null, null, 0, 20))
                        .items())
                .isEmpty();
    }

    private static SeminarFields about(SeminarFields f, String topic) {
        return new SeminarFields(
                f.title(),
                f.start(),
                f.end(),
                f.place(),
                f.organiser(),
                topic,
                f.sourceUrl(),
                f.sessions(),
                f.speakers());
    }

    @Test
    void whatItsHubKeepsForItselfIsToldToNobody() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Material kept = bali.attach(seminar, "paparan.txt", "isi", Share.HUB);
        jatim.syncFrom(bali);

        assertThat(jatim.materials.of(seminar.id(), jatim.coordinator)).isEmpty();
        assertThat(bali.materials.of(seminar.id(), null)).isEmpty();
        assertThat(bali.materials.of(seminar.id(), jatim.coordinator)).isEmpty();
        assertThat(bali.materials.of(seminar.id(), bali.staff)).containsExactly(kept);
        bali.restart();
        assertThat(bali.materials.of(seminar.id(), bali.staff)).containsExactly(kept);
    }

    @Test
    void withoutLicenceOrConsentNothingIsShared() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        UploadId upload = bali.upload("paparan.txt", "isi");
        MaterialFields bare = new MaterialFields("", MaterialKind.SLIDES, "", false, Share.NETWORK);

        Outcome<Material> refused = bali.materials.attach(seminar.id(), upload, bare, bali.coordinator);

        assertThat(((Outcome.Refused<Material>) refused).problems())
                .extracting(problem -> problem.field() + " " + problem.reason())
                .containsExactly("licence licence-before-sharing", "consent consent-before-sharing");
        assertThat(bali.uploads.find(upload, bali.coordinator)).isPresent();
    }

    @Test
    void takingItBackRemovesItAtTheOtherHub() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Material attached = bali.attach(seminar, "paparan.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);
        jatim.fetchFrom(bali, jatim.manifest(attached.id()));

        Material back = bali.materials
                .change(attached.id(), saying(Share.HUB), 1, bali.coordinator)
                .orThrow();
        jatim.syncFrom(bali);

        assertThat(back.fields().share()).isEqualTo(Share.HUB);
        assertThat(back.state()).isEqualTo(new FileState.Here());
        assertThat(bali.materials.of(seminar.id(), null)).isEmpty();
        assertThat(jatim.materials.of(seminar.id(), jatim.coordinator)).isEmpty();
        assertThat(jatim.blobs.has(attached.id().file())).isFalse();
    }

    @Test
    void itCanBeSharedLaterAndAgain() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        MaterialId id = bali.attach(seminar, "paparan.txt", "isi", Share.HUB).id();
        bali.materials.change(id, saying(Share.NETWORK), 1, bali.coordinator).orThrow();
        bali.materials.change(id, saying(Share.HUB), 2, bali.coordinator).orThrow();
        Material again = bali.materials
                .change(id, saying(Share.NETWORK), 3, bali.coordinator)
                .orThrow();
        jatim.syncFrom(bali);

        assertThat(again.revision()).isEqualTo(4);
        assertThat(jatim.materials.of(seminar.id(), null)).hasSize(1);
        assertThat(bali.materials.of(seminar.id(), bali.coordinator)).hasSize(1);
    }

    @Test
    @DisplayName("U9: one copy of a file that two materials are; it stays while one of them is there")
    void aFileThatTwoMaterialsAreIsKeptOnceAndWhileOneIsThere() {
        Seminar first = bali.seminar("Satu");
        Seminar second = bali.seminar("Dua");
        MaterialId one = bali.attach(first, "satu.txt", "isi", Share.NETWORK).id();
        MaterialId two = bali.attach(second, "dua.txt", "isi", Share.HUB).id();
        jatim.syncFrom(bali);
        jatim.fetchFrom(bali, jatim.manifest(one));

        assertThat(one.file()).isEqualTo(two.file());
        bali.materials.withdraw(one, bali.coordinator).orThrow();
        jatim.syncFrom(bali);
        assertThat(bali.blobs.has(one.file())).isTrue();
        assertThat(jatim.blobs.has(one.file())).isFalse();

        bali.materials.withdraw(two, bali.coordinator).orThrow();
        assertThat(bali.blobs.has(one.file())).isFalse();
    }

    @Test
    void onlyACoordinatorOfTheSeminarsHubAttachesAndTakesBack() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        MaterialId id =
                bali.attach(seminar, "paparan.txt", "isi", Share.NETWORK).id();
        UploadId upload = bali.upload("lain.txt", "lain");
        jatim.syncFrom(bali);
        Outcome<Object> forbidden = Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");

        assertThat(bali.materials.attach(seminar.id(), upload, saying(Share.HUB), bali.staff))
                .isEqualTo(forbidden);
        assertThat(bali.materials.change(id, saying(Share.HUB), null, bali.staff))
                .isEqualTo(forbidden);
        assertThat(bali.materials.withdraw(id, bali.staff)).isEqualTo(forbidden);
        assertThat(jatim.materials.withdraw(id, jatim.coordinator))
                .isEqualTo(Outcome.refused(Why.FORBIDDEN, "", "other-hub", "bali"));
    }

    @Test
    @DisplayName("L7: a seminar has at most 200 files, and a hub's own at most so many bytes")
    void aSeminarHasSoManyFilesAndAHubSoManyBytes() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        for (int i = 0; i < Materials.PER_SEMINAR_MAX; i++) {
            bali.attach(seminar, "a.txt", "isi " + i, Share.HUB);
        }
        UploadId upload = bali.upload("a.txt", "satu lagi");

        assertThat(bali.materials.attach(seminar.id(), upload, saying(Share.HUB), bali.coordinator))
                .isEqualTo(Outcome.refused(Why.LIMIT, "", "too-many-files", Materials.PER_SEMINAR_MAX));
        bali.ownBytesMax = 2L << 20;
        bali.restart();
        UploadId large = bali.upload("b.txt", "x".repeat(2 << 20));
        Seminar another = bali.seminar("Lain");
        assertThat(bali.materials.attach(another.id(), large, saying(Share.HUB), bali.coordinator))
                .isEqualTo(Outcome.refused(Why.LIMIT, "", "files-take-too-much", 2));
        assertThat(bali.uploads.find(large, bali.coordinator)).isPresent();
    }

    @Test
    @DisplayName("C7: a file that a stop left to no material is removed, and none that is one")
    void aFileThatAStopLeftIsRemoved() throws Exception {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Material kept = bali.attach(seminar, "a.txt", "disimpan", Share.HUB);
        Material told = bali.attach(seminar, "b.txt", "dibagi", Share.NETWORK);
        Path left = Files.writeString(folder.resolve("sisa"), "sisa");
        HashingFile hashing = new HashingFile();
        hashing.add("sisa".getBytes(), 4);
        Manifest stray = hashing.manifest();
        bali.blobs.adopt(left, stray);
        bali.restart();
        bali.settle();
        bali.materials.tidy();

        assertThat(bali.blobs.has(stray.file())).isFalse();
        assertThat(bali.blobs.has(kept.id().file())).isTrue();
        assertThat(bali.blobs.has(told.id().file())).isTrue();
    }

    @Test
    @DisplayName("C6: the materials made again from the log are those that were told")
    void madeAgainFromTheLogTheyAreTheSame() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        bali.attach(seminar, "a.txt", "satu", Share.NETWORK);
        MaterialId two = bali.attach(seminar, "b.txt", "dua", Share.NETWORK).id();
        bali.materials.withdraw(two, bali.coordinator).orThrow();
        var before = bali.materials.of(seminar.id(), null);
        bali.restartWithout("materials_v1", "materials_v1_checkpoint");

        assertThat(bali.materials.of(seminar.id(), null)).isEqualTo(before).hasSize(1);
    }

    @Test
    void aChangeAtAnotherRevisionIsRefusedAndChangesNothing() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        MaterialId id = bali.attach(seminar, "a.txt", "isi", Share.NETWORK).id();

        assertThat(bali.materials.change(id, saying(Share.HUB), 7, bali.coordinator))
                .isEqualTo(Outcome.refused(Why.CONFLICT, "", "conflict", 7, 1));
        assertThat(bali.materials.of(seminar.id(), null)).hasSize(1);
    }

    @Test
    @DisplayName("U10: a person is given a file because a material of theirs is it, never for its hash")
    void aPersonIsGivenAFileForAMaterialOnly() {
        Seminar seminar = bali.seminar("Arah Pembinaan");
        Material kept = bali.attach(seminar, "a.txt", "disimpan", Share.HUB);

        assertThat(bali.materials.file(kept.id().file(), null)).isEmpty();
        assertThat(bali.materials.file(kept.id().file(), jatim.coordinator)).isEmpty();
        assertThat(bali.materials.file(kept.id().file(), bali.staff)).isPresent();
    }
}
