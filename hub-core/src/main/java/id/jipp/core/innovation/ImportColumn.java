package id.jipp.core.innovation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns we know, by the names they have in Indonesian and English tables, in any case, with or without spaces,
 * underscores, stars or an explanation in parentheses.
 */
enum ImportColumn {
    TITLE(
            "title",
            "judul judulinovasi namainovasi inovasi innovation innovationtitle innovationname judulproposal namaprogram"
                    + " judulinovasipelayananpublik namainovasipelayananpublik judulprogram namaproposal"),
    LOCAL_NAME(
            "localName",
            "namalokal namasingkat singkatan akronim acronym alias sebutan namasebutan namasetempat shortname julukan"),
    AGENCY(
            "agency",
            "instansi namainstansi instansipengusul opd namaopd unit unitkerja namaunit upp namaupp unitpelayanan"
                    + " unitpelayananpublik penyelenggara perangkatdaerah skpd organisasi organisation organization lembaga"
                    + " institution office dinas pengusul inovator unitpengelola pemilikinovasi instansiopd opdupp"
                    + " instansiupp unitpenyelenggara asalinstansi kementerianlembaga opdpengusul unitinovasi"),
    AREA_CODE(
            "areaCode",
            "kodewilayah kodearea kodedaerah kodekemendagri regioncode kodekabupatenkota kodekabkota kodewilayahkemendagri"),
    AREA(
            "areaName",
            "area wilayah namawilayah daerah namadaerah kabupaten kota kabupatenkota kabkota kabupatenataukota"
                    + " regionname region regency city pemerintahdaerah pemda lokasi location lokus asaldaerah"
                    + " kabupatenkotaprovinsi provinsikabupatenkota namakabupatenkota namakabkota instansidaerah"),
    PROVINCE("areaName", "province provinsi prov namaprovinsi provincename propinsi"),
    YEAR(
            "year",
            "tahun thn tahunmulai tahuninovasi tahunkompetisi tahunkipp tahunpenghargaan tahunpelaksanaan tanggalmulai"
                    + " waktumulai mulai tahunditerapkan tanggal date startyear tanggalimplementasi waktuimplementasi"
                    + " mulaiditerapkan yearstarted since sejak waktupenerapan tahunpenerapan"),
    AWARD(
            "award",
            "awards penghargaan prestasi peringkat predikat juara hasilkipp capaiankipp penghargaankipp top capaianpenghargaan"),
    CATEGORY(
            "category",
            "kategori bidang urusan jenis jenisinovasi kelompok klaster cluster kategoriinovasi bidangurusan sektor"
                    + " sector tema theme bidanginovasi kelompokinovasi"),
    SUMMARY(
            "summary",
            "ringkasan deskripsi description uraian gambaranumum abstrak abstract deskripsisingkat ringkasaninovasi"
                    + " tentang penjelasan sinopsis profil deskripsiinovasi uraiansingkat uraianinovasi profilinovasi"),
    PROBLEM(
            "problem",
            "masalah permasalahan latarbelakang latarbelakangmasalah background isu rumusanmasalah isustrategis"),
    SOLUTION(
            "solution",
            "solusi kebaruan pendekatan carakerja apayangdilakukan approach strategi keunikan novelty nilaitambah"
                    + " kebaruannilaitambah kebaruankeunikan upaya"),
    RESULT(
            "result",
            "results hasil dampak hasildampak hasildandampak manfaat outcome outcomes impact output signifikansi"
                    + " hasilinovasi dampakinovasi manfaatinovasi hasilyangdicapai"),
    BENEFICIARIES(
            "beneficiaries",
            "penerimamanfaat sasaran targetgroup kelompoksasaran penggunalayanan beneficiary penerima target"),
    COST("costClass", "cost biaya anggaran kelasbiaya budget pembiayaan kebutuhananggaran kelasanggaran estimasibiaya"),
    LEGAL_BASIS(
            "legalBasis",
            "dasarhukum regulasi payunghukum landasanhukum regulation peraturan nomorsk sk legal regulasiinovasi"),
    SDG(
            "sdg",
            "sdgs tpb tpbsdgs tpbsdg sdgstpb tujuanpembangunanberkelanjutan sdggoals goals tujuantpb sdggoal tujuansdgs"),
    DIGITAL("digital", "isdigital jenisdigital digitalnondigital digitalataunondigital digitalisasi"),
    PHASE("phase", "fase tahap tahapan tahapaninovasi tahapinovasi stage faseinovasi"),
    SOURCE_URL(
            "sourceUrl",
            "source sumber tautan link url website situs laman tautansumber linksumber alamatweb referensi reference"
                    + " sumberdata websitetautan"),
    /** The row's own number in the table says nothing of the innovation. */
    ROW_NUMBER("", "no nomor nourut nomorurut number");

    private static final int HEADER_CHARS_MAX = 60;

    private static final Map<String, ImportColumn> BY_NAME = new HashMap<>();

    /** Parts of longer names, the most telling first. */
    private static final List<Map.Entry<String, ImportColumn>> BY_PART = List.of(
            Map.entry("judul", TITLE),
            Map.entry("namainovasi", TITLE),
            Map.entry("kodewilayah", AREA_CODE),
            Map.entry("kabupaten", AREA),
            Map.entry("kabkota", AREA),
            Map.entry("provinsi", PROVINCE),
            Map.entry("instansi", AGENCY),
            Map.entry("perangkatdaerah", AGENCY),
            Map.entry("tahun", YEAR),
            Map.entry("penghargaan", AWARD),
            Map.entry("kategori", CATEGORY),
            Map.entry("ringkasan", SUMMARY),
            Map.entry("deskripsi", SUMMARY),
            Map.entry("permasalahan", PROBLEM),
            Map.entry("latarbelakang", PROBLEM),
            Map.entry("penerimamanfaat", BENEFICIARIES),
            Map.entry("dasarhukum", LEGAL_BASIS),
            Map.entry("tautan", SOURCE_URL));

    static {
        for (ImportColumn column : values()) {
            BY_NAME.putIfAbsent(column.key.toLowerCase(Locale.ROOT), column);
            Arrays.stream(column.names.split(" ")).forEach(name -> BY_NAME.putIfAbsent(name, column));
        }
        BY_NAME.put("nama", TITLE);
        BY_NAME.put("name", TITLE);
        BY_NAME.remove("");
    }

    private final String key;
    private final String names;

    ImportColumn(String key, String names) {
        this.key = key;
        this.names = names;
    }

    /** The field it fills, as in the API; empty if none. */
    String key() {
        return key;
    }

    /** Whether some column fills that field. */
    static boolean isField(String field) {
        return !field.isEmpty() && Arrays.stream(values()).anyMatch(column -> column.key.equals(field));
    }

    /** The column that goes by exactly that name. */
    static Optional<ImportColumn> named(String header) {
        return Optional.ofNullable(BY_NAME.get(folded(header)));
    }

    /** The column that such a longer name probably means. */
    static Optional<ImportColumn> guessed(String header) {
        if (header.length() > HEADER_CHARS_MAX) {
            return Optional.empty();
        }
        String folded = folded(header);
        return BY_PART.stream()
                .filter(part -> folded.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String folded(String header) {
        return header.length() > 4 * HEADER_CHARS_MAX
                ? ""
                : header.replaceAll("\\([^)]*\\)", " ").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
