package id.jipp.ui.demo;

import id.jipp.core.log.HubId;
import id.jipp.core.material.MaterialFields;
import id.jipp.core.material.MaterialKind;
import id.jipp.core.material.Materials;
import id.jipp.core.material.Share;
import id.jipp.core.material.Upload;
import id.jipp.core.material.Uploads;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Gives the documents that came with the program to the seminars they belong to, shared with the network. */
final class DemoMaterials {
    private static final String FOLDER = "/demo/materials/";
    private static final String LICENCE = "CC BY 4.0";
    private static final String PLANNING = "FGD Penetapan Rencana Replikasi (RIPP) Bali";

    private final Seminars seminars;
    private final Materials materials;
    private final Uploads uploads;

    DemoMaterials(Seminars seminars, Materials materials, Uploads uploads) {
        this.seminars = seminars;
        this.materials = materials;
        this.uploads = uploads;
    }

    private record Document(String file, String title, MaterialKind kind) {}

    /** Those of the seminars this hub holds; a seminar that has materials already is left as it is. */
    void give(HubId self) throws IOException {
        if (self.equals(DemoHub.PANRB.id())) {
            give(
                    FoundingSeminar.id(seminars),
                    self,
                    List.of(
                            new Document("acara-seminar.pdf", "Acara dan narasumber seminar", MaterialKind.PAPER),
                            new Document("tiru-dengan-bangga.pptx", "Tiru dengan bangga", MaterialKind.SLIDES),
                            new Document(
                                    "panduan-buat-tiru-gabung.pdf", "Buat, tiru, atau gabung?", MaterialKind.PAPER)));
        }
        if (self.equals(DemoHub.BALI.id())) {
            give(
                    DemoSeminars.idOf(seminars, PLANNING),
                    self,
                    List.of(new Document("kasus-toss-pas-urban.pdf", "TOSS menjadi PAS URBAN", MaterialKind.PAPER)));
        }
    }

    private void give(SeminarId seminar, HubId self, List<Document> documents) throws IOException {
        Person clerk = DemoHub.clerk(self);
        if (!materials.of(seminar, clerk).isEmpty()) {
            return;
        }
        for (Document document : documents) {
            try (InputStream bytes = DemoMaterials.class.getResourceAsStream(FOLDER + document.file())) {
                Upload upload = uploads.take(document.file(), Objects.requireNonNull(bytes, document.file()), clerk)
                        .orThrow();
                MaterialFields fields =
                        new MaterialFields(document.title(), document.kind(), LICENCE, true, Share.NETWORK);
                materials.attach(seminar, upload.id(), fields, clerk).orThrow();
            }
        }
    }
}
