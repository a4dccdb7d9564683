package id.jipp.ui.demo;

import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The seminar this network's platform began with, as a room of the ministry's hub in which all hubs of the demo take
 * part. Facts: the Ministry of PANRB's seminar in Bali, Thursday 2 November 2023.
 */
final class FoundingSeminar {
    private static final String TITLE = "Menuju Birokrasi Berdampak";
    private static final String PURPOSE =
            "Seminar Pembinaan Inovasi Pelayanan Publik \"Arah Pembinaan Inovasi Pelayanan Publik Menuju Birokrasi"
                    + " Berdampak\", Bali, Kamis 2 November 2023, oleh Kementerian PANRB.";
    private static final List<String> TOPICS =
            List.of("Penciptaan, pengembangan, pelembagaan", "Replikasi tanpa malu", "Tanya panitia");
    private static final List<String> OPENING = List.of(
            "Narasumber: Diah Natalisa (Deputi Bidang Pelayanan Publik), I Wayan Serinah (Asisten Perekonomian dan"
                    + " Pembangunan Setda Provinsi Bali), Siti Zuhro (Ketua Tim Panel Independen KIPP 2023), Ida Bagus"
                    + " Wyasa Putra (Ketua Tim Evaluasi KIPP 2023).",
            "Angka: 1.065 Top inovasi sejak 2014, 42 di antaranya dari Bali.");

    private FoundingSeminar() {}

    /** Opens it at the ministry's hub unless it is there already. */
    static void openRoom(Rooms rooms, HubId self) {
        Person clerk = DemoHub.clerk(self);
        if (!self.equals(DemoHub.PANRB.id()) || !rooms.all(clerk).isEmpty()) {
            return;
        }
        Set<HubId> invited = DemoHub.ALL.stream()
                .map(DemoHub::id)
                .filter(hub -> !hub.equals(self))
                .collect(Collectors.toSet());
        Room room = rooms.open(TITLE, PURPOSE, TOPICS, invited, clerk).orThrow();
        for (int i = 0; i < OPENING.size(); i++) {
            rooms.say(room.id(), "pembuka-" + i, "", OPENING.get(i), Map.of(), clerk)
                    .orThrow();
        }
    }
}
