package id.jipp.core.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.area.AreaCode;
import id.jipp.core.innovation.ImportReport.State;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {
    private static final String SMALL = """
            title,agency,areaName,year
            TOSS,Pemerintah Kabupaten Klungkung,Kab. Klungkung,2018
            Rumah Tunggu Kelahiran,Dinas Kesehatan,Kabupaten Sinjai,2017
            """;

    @TempDir
    Path folder;

    private InnovationHub bali;
    private InnovationHub jatim;
    private Imports imports;

    @BeforeEach
    void start() {
        bali = new InnovationHub("bali", "51", folder);
        jatim = new InnovationHub("jatim", "35", folder);
        imports = new Imports(bali.innovations, bali.store, bali.clock);
    }

    @AfterEach
    void stop() {
        bali.close();
        jatim.close();
    }

    @Test
    void takesInTheRealRecordsAndASecondTimeNothing() throws Exception {
        ImportReport dry = preview(demo());
        assertThat(bali.log.last().value()).isZero();
        ImportReport real = run(demo());
        assertThat(real.rows())
                .usingRecursiveComparison()
                .ignoringFields("innovationId")
                .isEqualTo(dry.rows());
        assertThat(real.rows()).filteredOn(row -> row.state() == State.PROBLEM).isEmpty();
        assertThat(real.added()).isEqualTo(dry.added()).isEqualTo(real.rows().size());
        assertThat(bali.innovations.list(InnovationQuery.all(0, 20)).total()).isEqualTo(real.added());
        ImportReport again = run(demo());
        assertThat(again.added()).isZero();
        assertThat(again.rows()).allMatch(row -> row.state() == State.DUPLICATE && row.duplicateOf() != null);
        assertThat(bali.innovations.list(InnovationQuery.all(0, 20)).facets().get("area"))
                .containsKeys("35", "51", "00");
    }

    @Test
    void knowsWhatAnotherHubHasAlready() {
        run(SMALL);
        jatim.syncFrom(bali);
        Imports there = new Imports(jatim.innovations, jatim.store, jatim.clock);
        assertThat(there.run("a.csv", stream(SMALL), jatim.coordinator)
                        .orThrow()
                        .added())
                .isZero();
    }

    @Test
    void undoTakesBackExactlyWhatItAddedAlsoAtThePeers() {
        run("title,agency,area\nLain,Dinas Sosial,Kota Denpasar\n");
        ImportReport report = run(SMALL);
        jatim.syncFrom(bali);
        assertThat(imports.undoable(bali.coordinator)).hasSize(2);
        assertThat(imports.undo(id(report), bali.coordinator).orThrow()).isEqualTo(new ImportUndo(2, 0));
        jatim.syncFrom(bali);
        for (InnovationHub hub : List.of(bali, jatim)) {
            assertThat(hub.innovations.list(InnovationQuery.all(0, 20)).total()).isEqualTo(1);
            Innovation gone = hub.innovations
                    .find(report.rows().getFirst().innovationId(), null)
                    .orElseThrow();
            assertThat(gone.status()).isEqualTo(Status.WITHDRAWN);
            assertThat(gone.fields().title()).isEmpty();
        }
        assertThat(refused(imports.undo(id(report), bali.coordinator)).reason()).isEqualTo("already-undone");
        assertThat(run(SMALL).added()).isEqualTo(2);
    }

    @Test
    void undoLeavesWhatWasChangedSinceAndSaysSo() {
        ImportReport report = run(SMALL);
        InnovationId id = report.rows().getFirst().innovationId();
        Innovation now = bali.innovations.find(id, null).orElseThrow();
        bali.innovations
                .revise(id, now.fields().withYear(2019), 1, bali.coordinator)
                .orThrow();
        assertThat(imports.undo(id(report), bali.coordinator).orThrow()).isEqualTo(new ImportUndo(1, 1));
        assertThat(bali.innovations.find(id, null)).map(Innovation::status).contains(Status.ACTIVE);
    }

    @Test
    void undoEndsAfterADayAndSurvivesARestart() {
        ImportReport report = run(SMALL);
        Imports restarted = new Imports(bali.innovations, bali.store, bali.clock);
        assertThat(restarted.undoable(bali.coordinator)).hasSize(1);
        assertThat(restarted.undoable(bali.staff)).isEmpty();
        bali.clock.pass(Duration.ofHours(25));
        assertThat(restarted.undoable(bali.coordinator)).isEmpty();
        assertThat(refused(restarted.undo(id(report), bali.coordinator)).reason())
                .isEqualTo("undo-too-late");
    }

    @Test
    void onlyACoordinatorImports() {
        assertThat(imports.preview("a.csv", stream(SMALL), bali.staff)).isInstanceOf(Outcome.Refused.class);
        assertThat(imports.run("a.csv", stream(SMALL), jatim.coordinator)).isInstanceOf(Outcome.Refused.class);
        assertThat(imports.undo("x", bali.staff)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-8-BOM", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsAnyUsualEncoding(String encoding) {
        String table = "judul;instansi;wilayah\nSédulur “Kali” – bersih;Dinas Lingkungan Hidup;Kota Denpasar\n";
        byte[] bytes = switch (encoding) {
            case "UTF-8-BOM" -> ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8);
            case "UTF-16LE", "UTF-16BE" -> ("\uFEFF" + table).getBytes(Charset.forName(encoding));
            default -> table.getBytes(Charset.forName(encoding));
        };
        ImportReport report = run(bytes);
        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Sédulur “Kali” – bersih");
            assertThat(row.row()).isEqualTo(2);
        });
        assertThat(report.added()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiterAndNeverWithinQuotes(String delimiter) {
        String table = String.join(delimiter, "Nama Inovasi", "OPD", "Kab/Kota", "Provinsi") + "\r\n"
                + String.join(
                        delimiter,
                        "\"Satu, dua; tiga\t\"\"empat\"\" | lima\nenam\"",
                        "\"Dinas A, Dinas B; Dinas C\"",
                        "Banjar",
                        "Kalimantan Selatan")
                + "\r\n";
        ImportReport report = run(table);
        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Satu, dua; tiga \"empat\" | lima enam");
            assertThat(row.state()).isEqualTo(State.READY);
        });
        Innovation one = bali.innovations
                .find(report.rows().getFirst().innovationId(), null)
                .orElseThrow();
        assertThat(one.fields().agency()).isEqualTo("Dinas A, Dinas B; Dinas C");
        assertThat(one.area()).isEqualTo(new AreaCode("63.03"));
    }

    @Test
    void findsTheHeaderUnderMergedTitlesAndOverTwoRows() {
        ImportReport report = run("""
                DAFTAR INOVASI PELAYANAN PUBLIK,,,,,
                PROVINSI JAWA TIMUR TAHUN 2023,,,,,
                ,,,,,
                No,Judul Inovasi (maks. 100 huruf),Unit Penyelenggara,Lokasi,,Tahun*
                ,,,Kabupaten/Kota,Provinsi,
                1,Kabinet Arabika,Dinas Perkebunan,,Jawa Timur,Top 99 2018
                2,Satu Pintu,DPMPTSP,Malang,Jawa Timur,Januari 2019
                3,Lawas,DPMPTSP,Kota Malang,Jatim,dahulu
                """);
        assertThat(report.columns())
                .containsEntry("Judul Inovasi (maks. 100 huruf)", "title")
                .containsEntry("Unit Penyelenggara", "agency")
                .containsEntry("Tahun*", "year")
                .containsEntry("No", "");
        assertThat(report.rows()).extracting(ImportReport.Row::row).containsExactly(6, 7, 8);
        assertThat(report.rows().get(2).problems()).containsExactly(Problem.of("year", "not-a-year", "dahulu"));
        Innovation first = innovation(report, 0);
        assertThat(first.area()).isEqualTo(new AreaCode("35"));
        assertThat(first.fields().year()).isEqualTo(2018);
        Innovation second = innovation(report, 1);
        assertThat(second.area()).isEqualTo(new AreaCode("35"));
        assertThat(second.fields().areaName()).isEqualTo("Malang");
    }

    @Test
    void readsEveryFieldInAnyOrderAndKeepsTheRestAsNotes() {
        ImportReport report = run("""
                TPB/SDG,Digital,Tahap,Biaya,Dasar Hukum,Penerima Manfaat,Hasil/Dampak,Solusi,Masalah,Ringkasan,Kategori,Penghargaan,Tahun,Provinsi,Instansi,Judul,Nama Lokal,Tautan,Kontak,Warna
                "SDG 3, SDG 16",Ya,Pengembangan,Rp 75.000.000,Perbup 1/2018,Warga,Turun,Olah,Sampah,Ringkas,Lingkungan,Top 45,2018,Bali,Dinas LHK,Olah Sampah,TOSS,www.bali.go.id/toss,0812,-
                17,mungkin,entah,,,,,,,,,,,Bali,Dinas LHK,Dan lagi,,halaman tersimpan,,
                18,mungkin,entah,banyak,,,,,,,,,,Bali,Dinas LHK,Lain,,tidak ada,,
                """);
        InnovationFields fields = innovation(report, 0).fields();
        assertThat(fields.sdg()).containsExactly(3, 16);
        assertThat(fields.digital()).isTrue();
        assertThat(fields.phase()).isEqualTo(Phase.DEVELOPMENT);
        assertThat(fields.costClass()).isEqualTo(CostClass.MEDIUM);
        assertThat(fields.legalBasis()).isEqualTo("Perbup 1/2018");
        assertThat(fields.beneficiaries()).isEqualTo("Warga");
        assertThat(fields.localName()).isEqualTo("TOSS");
        assertThat(fields.sourceUrl()).isEqualTo("https://www.bali.go.id/toss");
        assertThat(fields.notes()).containsExactly(java.util.Map.entry("Kontak", "0812"));
        assertThat(innovation(report, 1).fields().notes())
                .containsOnly(
                        java.util.Map.entry("Digital", "mungkin"),
                        java.util.Map.entry("Tahap", "entah"),
                        java.util.Map.entry("Tautan", "halaman tersimpan"));
        assertThat(report.rows().get(2).problems()).containsExactly(Problem.of("sdg", "sdg-range", 18));
    }

    @Test
    void aBadRowIsReportedAndTheOthersGoIn() {
        ImportReport report = run("""
                title,agency,areaCode,areaName,year
                ,Dinas A,51,,2018
                B,,51,,2018
                C,Dinas C,,Atlantis,2018
                D,Dinas D,99,,2018
                E,Dinas E,51,,1800
                F,Dinas F,5105,,2018
                F,dinas f,51.05,,2019
                """);
        assertThat(report.rows())
                .extracting(ImportReport.Row::state)
                .containsExactly(
                        State.PROBLEM,
                        State.PROBLEM,
                        State.PROBLEM,
                        State.PROBLEM,
                        State.PROBLEM,
                        State.READY,
                        State.DUPLICATE);
        assertThat(report.rows())
                .flatExtracting(ImportReport.Row::problems)
                .extracting(Problem::field, Problem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("title", "required"),
                        org.assertj.core.groups.Tuple.tuple("agency", "required"),
                        org.assertj.core.groups.Tuple.tuple("areaName", "unknown-area"),
                        org.assertj.core.groups.Tuple.tuple("areaCode", "unknown-area"),
                        org.assertj.core.groups.Tuple.tuple("year", "year-range"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(6);
    }

    @Test
    void readsAWorkbookWithDatesAndNumbersOnASecondSheet() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            workbook.newWorksheet("Petunjuk").value(0, 0, "Isi lembar berikutnya");
            Worksheet sheet = workbook.newWorksheet("Data");
            sheet.value(0, 0, "DAFTAR INOVASI");
            List<String> header = List.of("Judul", "Instansi", "Kabupaten/Kota", "Tahun");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(2, i, header.get(i));
            }
            sheet.value(3, 0, "TOSS");
            sheet.value(3, 1, "Pemkab Klungkung");
            sheet.value(3, 2, "Klungkung");
            sheet.value(3, 3, 2018);
            sheet.value(5, 0, "Lain");
            sheet.value(5, 1, "Pemkab Klungkung");
            sheet.value(5, 2, "Klungkung");
            sheet.value(5, 3, LocalDate.of(2019, 3, 1));
            sheet.style(5, 3).format("dd/mm/yyyy").set();
        }
        ImportReport report = run(out.toByteArray());
        assertThat(report.rows()).extracting(ImportReport.Row::row).containsExactly(4, 6);
        assertThat(innovation(report, 0).fields().year()).isEqualTo(2018);
        assertThat(innovation(report, 1).fields().year()).isEqualTo(2019);
    }

    @Test
    void refusesWhatIsNoTableWithOneClearReason() throws Exception {
        assertThat(reason("%PDF-1.7 …")).isEqualTo("file-not-a-table");
        assertThat(reason("<!DOCTYPE html><table><tr><td>judul")).isEqualTo("file-not-a-table");
        assertThat(reason("\uFEFF <html>")).isEqualTo("file-not-a-table");
        assertThat(reason("")).isEqualTo("file-empty");
        assertThat(reason("\uFEFF \r\n ")).isEqualTo("file-empty");
        assertThat(reason("a,b\0c\n")).isEqualTo("file-not-a-table");
        assertThat(reason("satu,dua\n1,2\n")).isEqualTo("no-title-column");
        assertThat(reason(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .isEqualTo("file-locked-or-old");
        assertThat(reason(zip("word/document.xml", new byte[10]))).isEqualTo("file-not-a-table");
        assertThat(reason(new byte[] {'P', 'K', 3, 4, 1, 2, 3})).isEqualTo("file-broken");
        assertThat(reason(zip("xl/workbook.xml", "<workbook".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("file-broken");
    }

    @Test
    @DisplayName("U5: a bomb as XLSX is refused before it is parsed")
    void refusesABomb() throws Exception {
        assertThat(reason(zip("xl/workbook.xml", new byte[40 * 1024 * 1024]))).isEqualTo("file-expands-too-far");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 3_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        assertThat(reason(many.toByteArray())).isEqualTo("file-expands-too-far");
    }

    @Test
    void refuses200MegabytesWithoutReadingThem() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() > 200L * 1024 * 1024 ? -1 : 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read.addAndGet(length);
                java.util.Arrays.fill(into, from, from + length, (byte) 'a');
                return length;
            }
        };
        Outcome.Refused<?> refused = (Outcome.Refused<?>) imports.preview("x.csv", endless, bali.coordinator);
        assertThat(refused.why()).isEqualTo(Why.LIMIT);
        assertThat(refused.problems()).containsExactly(Problem.of("file", "file-too-large", 20));
        assertThat(read.get()).isLessThan(22L * 1024 * 1024);
    }

    @Test
    void takesThousandsOfRowsInBatchesAndUndoesThemAll() {
        ImportReport report = run(rows(2_500));
        assertThat(report.added()).isEqualTo(2_500);
        assertThat(imports.undo(id(report), bali.coordinator).orThrow()).isEqualTo(new ImportUndo(2_500, 0));
        assertThat(bali.innovations.list(InnovationQuery.all(0, 20)).total()).isZero();
    }

    @Test
    void takes50000RowsAndNotOneMore() {
        assertThat(preview(rows(50_000).getBytes(StandardCharsets.UTF_8)).added())
                .isEqualTo(50_000);
        assertThat(reason(rows(50_001))).isEqualTo("too-many-rows");
    }

    private static String rows(int count) {
        StringBuilder table = new StringBuilder("title,agency,area\n");
        for (int i = 0; i < count; i++) {
            table.append("Inovasi nomor ").append(i).append(",Dinas Kesehatan,Kota Denpasar\n");
        }
        return table.toString();
    }

    @Test
    void aQuoteThatNeverEndsSpoilsOnlyItsRow() {
        ImportReport report =
                run("title,agency,area\nA,Dinas A,Bali\nB,\"Dinas B,Bali\nC,Dinas C,Bali\n" + "x".repeat(300) + "\n");
        assertThat(report.rows()).hasSize(2);
        assertThat(report.rows().getFirst().state()).isEqualTo(State.READY);
        assertThat(report.rows().getLast().state()).isEqualTo(State.PROBLEM);
    }

    @Test
    void aRowIsMendedInPlaceAndTakenInAsMended() {
        byte[] table = """
                judul,instansi,wilayah,provinsi,tahun
                ,Dinas Kesehatan,Kota Denpasar,Bali,2020
                Bus Sekolah Laut,Dinas Perhubungan,Pulau Entah,Entah,dua ribu
                """.getBytes(StandardCharsets.UTF_8);
        ImportReport asItCame = preview(table);
        assertThat(asItCame.rows()).allMatch(row -> row.state() == State.PROBLEM);
        assertThat(asItCame.rows().getLast().came())
                .containsEntry("year", "dua ribu")
                .containsEntry("areaName", "Pulau Entah");

        RowFixes fixes = RowFixes.NONE
                .with(2, "title", "Posyandu Pagi")
                .with(3, "year", "2000")
                .with(3, "areaName", "Kabupaten Klungkung");
        ImportReport taken = imports.run("berkas.csv", new ByteArrayInputStream(table), fixes, bali.coordinator)
                .orThrow();

        assertThat(taken.rows()).allMatch(row -> row.state() == State.READY);
        assertThat(bali.innovations
                        .find(taken.rows().getLast().innovationId(), null)
                        .orElseThrow()
                        .fields())
                .extracting(InnovationFields::year, InnovationFields::areaCode)
                .containsExactly(2000, "51.05");
    }

    @Test
    void anAreaMendedByItsCodeIsThatArea() {
        byte[] table =
                "judul,instansi,wilayah\nSampan Baca,Dinas Arsip,Antah Berantah\n".getBytes(StandardCharsets.UTF_8);

        ImportReport mended = imports.preview(
                        "berkas.csv",
                        new ByteArrayInputStream(table),
                        RowFixes.NONE.with(2, "areaName", "51.71"),
                        bali.coordinator)
                .orThrow();

        assertThat(mended.rows().getFirst().state()).isEqualTo(State.READY);
    }

    private ImportReport run(String table) {
        return run(table.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport run(byte[] table) {
        return imports.run("berkas.csv", new ByteArrayInputStream(table), bali.coordinator)
                .orThrow();
    }

    private ImportReport preview(byte[] table) {
        return imports.preview("berkas.csv", new ByteArrayInputStream(table), bali.coordinator)
                .orThrow();
    }

    private String reason(String table) {
        return reason(table.getBytes(StandardCharsets.UTF_8));
    }

    private String reason(byte[] table) {
        return refused(imports.preview("berkas.xlsx", new ByteArrayInputStream(table), bali.coordinator))
                .reason();
    }

    private static Problem refused(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst();
    }

    private Innovation innovation(ImportReport report, int row) {
        return bali.innovations
                .find(report.rows().get(row).innovationId(), null)
                .orElseThrow();
    }

    private static String id(ImportReport report) {
        return java.util.Objects.requireNonNull(report.id());
    }

    private static InputStream stream(String table) {
        return new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] demo() throws IOException {
        try (InputStream in = ImportsTest.class.getResourceAsStream("/demo/innovations.csv")) {
            return in.readAllBytes();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
