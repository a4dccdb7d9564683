package id.jipp.ui.demo;

import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.seminar.Session;
import id.jipp.core.seminar.Speaker;
import id.jipp.core.seminar.When;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The seminar this network's platform began with, held by the ministry's hub, and its room, in which all hubs of the demo
 * take part. Facts: the Ministry of PANRB's seminar in Bali, Thursday 2 November 2023; its hours are not known.
 */
final class FoundingSeminar {
    private static final String TITLE = "Menuju Birokrasi Berdampak";
    private static final String PURPOSE =
            "Seminar Pembinaan Inovasi Pelayanan Publik \"Arah Pembinaan Inovasi Pelayanan Publik Menuju Birokrasi"
                    + " Berdampak\", Bali, Kamis 2 November 2023, oleh Kementerian PANRB.";
    private static final String NAME =
            "Seminar Pembinaan Inovasi Pelayanan Publik: Arah Pembinaan Inovasi Pelayanan Publik Menuju Birokrasi"
                    + " Berdampak";
    private static final List<String> PARTS = List.of("Penciptaan, pengembangan, pelembagaan", "Replikasi tanpa malu");
    private static final List<String> TOPICS = List.of(PARTS.getFirst(), PARTS.getLast(), "Tanya panitia");
    private static final String FIGURES = "Angka: 1.065 Top inovasi sejak 2014, 42 di antaranya dari Bali.";
    private static final List<Speaker> SPEAKERS = List.of(
            new Speaker("Diah Natalisa", "Deputi Bidang Pelayanan Publik", "Kementerian PANRB"),
            new Speaker("I Wayan Serinah", "Asisten Perekonomian dan Pembangunan", "Setda Provinsi Bali"),
            new Speaker("Siti Zuhro", "Ketua Tim Panel Independen KIPP 2023", ""),
            new Speaker("Ida Bagus Wyasa Putra", "Ketua Tim Evaluasi KIPP 2023", ""));

    private FoundingSeminar() {}

    static SeminarId id(Seminars seminars) {
        return DemoSeminars.idOf(seminars, NAME);
    }

    /** Holds it at the ministry's hub; doing it again changes nothing. */
    static void hold(Seminars seminars, HubId self) {
        if (!self.equals(DemoHub.PANRB.id())) {
            return;
        }
        SeminarFields fields = new SeminarFields(
                NAME,
                new When.Day(LocalDate.of(2023, 11, 2)),
                null,
                "Bali",
                "Kementerian PANRB",
                "Inovasi dicipta, dikembangkan, lalu dilembagakan; yang terbukti ditiru dengan bangga.\n" + FIGURES,
                "",
                PARTS.stream()
                        .map(part -> new Session(part, null, null, List.of()))
                        .toList(),
                SPEAKERS);
        seminars.create(id(seminars), fields, DemoHub.clerk(self)).orThrow();
    }

    /** Opens its room at the ministry's hub unless it is there already. */
    static void openRoom(Rooms rooms, Seminars seminars, URI publicUrl, HubId self) {
        Person clerk = DemoHub.clerk(self);
        if (!self.equals(DemoHub.PANRB.id()) || !rooms.all(clerk).isEmpty()) {
            return;
        }
        Set<HubId> invited = DemoHub.ALL.stream()
                .map(DemoHub::id)
                .filter(hub -> !hub.equals(self))
                .collect(Collectors.toSet());
        String purpose = PURPOSE + " " + publicUrl.resolve("/seminar/" + id(seminars));
        Room room = rooms.open(TITLE, purpose, TOPICS, invited, clerk).orThrow();
        List<String> opening = List.of("Narasumber: " + speakers(), FIGURES);
        for (int i = 0; i < opening.size(); i++) {
            rooms.say(room.id(), "pembuka-" + i, "", opening.get(i), Map.of(), clerk)
                    .orThrow();
        }
    }

    private static String speakers() {
        return SPEAKERS.stream()
                .map(speaker -> speaker.name() + " ("
                        + speaker.post()
                        + (speaker.agency().isEmpty() ? "" : " " + speaker.agency())
                        + ")")
                .collect(Collectors.joining(", ", "", "."));
    }
}
