package id.jipp.ui.bench;

import id.jipp.core.innovation.CostClass;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Phase;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Innovations that do not exist but read as if they did; the same for the same seed. About 1 KB each as a payload. */
final class MadeUp {
    private static final String[] ACTS = {
        "Olah", "Jemput", "Antar", "Pantau", "Layani", "Tabung", "Ajar", "Rawat", "Cegah", "Daftar", "Tanam", "Peduli"
    };
    private static final String[] THINGS = {
        "Sampah",
        "Obat",
        "Ibu Hamil",
        "Balita",
        "Lansia",
        "Surat",
        "Izin",
        "Air Bersih",
        "Pasar",
        "Sekolah",
        "Desa",
        "Nelayan",
        "Petani",
        "Disabilitas",
        "Pajak",
        "Jalan",
        "Gizi",
        "Malaria",
        "Kartu",
        "Posyandu"
    };
    private static final String[] WAYS = {
        "Setempat",
        "Terpadu",
        "Keliling",
        "Cepat",
        "Bersama",
        "Satu Atap",
        "Tanpa Antre",
        "dari Rumah",
        "Berbasis Warga",
        "Sore Hari",
        "Malam Hari",
        "di Kapal",
        "di Pulau Kecil",
        "Lintas Dinas"
    };
    private static final String[] AREAS = {
        "35.78", "33.01", "73.71", "51.05", "51.08", "32.73", "34.71", "52.71", "81.71", "92.06", "64.72", "12.71",
        "11.71"
    };
    private static final String[] UNITS = {
        "Dinas Kesehatan", "Dinas Lingkungan Hidup", "RSUD", "Puskesmas", "Disdukcapil"
    };

    private MadeUp() {}

    static InnovationFields innovation(RandomGenerator random, int number) {
        String act = pick(ACTS, random);
        String thing = pick(THINGS, random);
        String way = pick(WAYS, random);
        String title = act.toUpperCase(java.util.Locale.ROOT).charAt(0) + "" + thing.charAt(0) + way.charAt(0) + " "
                + number + " (" + act + " " + thing + " " + way + ")";
        return new InnovationFields(
                title,
                "",
                pick(UNITS, random) + " " + pick(AREAS, random),
                pick(AREAS, random),
                "",
                2014 + random.nextInt(12),
                random.nextBoolean() ? "Top 99" : "",
                thing,
                sentence(random, 24),
                sentence(random, 18),
                sentence(random, 18),
                sentence(random, 12),
                "Warga " + thing.toLowerCase(java.util.Locale.ROOT),
                CostClass.values()[random.nextInt(CostClass.values().length)],
                "",
                List.of(1 + random.nextInt(17)),
                random.nextBoolean(),
                Phase.values()[random.nextInt(Phase.values().length)],
                "",
                Map.of());
    }

    /** Words as a person would type them who half remembers a title. */
    static String query(RandomGenerator random) {
        String words = pick(THINGS, random) + " " + pick(WAYS, random);
        return switch (random.nextInt(4)) {
            case 0 -> pick(THINGS, random);
            case 1 -> words;
            case 2 -> pick(ACTS, random) + " " + words;
            default -> words.substring(0, words.length() - 1);
        };
    }

    private static String sentence(RandomGenerator random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String[] from = i % 3 == 0 ? ACTS : i % 3 == 1 ? THINGS : WAYS;
            text.append(i == 0 ? "" : " ").append(pick(from, random).toLowerCase(java.util.Locale.ROOT));
        }
        return text.append('.').toString();
    }

    private static String pick(String[] from, RandomGenerator random) {
        return from[random.nextInt(from.length)];
    }
}
