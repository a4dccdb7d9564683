package id.jipp.core.area;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreasTest {
    private final Areas areas = Areas.official();

    @Test
    void has38ProvincesAnd514RegenciesAndCities() {
        assertThat(areas.provinces()).hasSize(38);
        assertThat(areas.provinces().stream()
                        .mapToInt(province -> areas.within(province.code()).size())
                        .sum())
                .isEqualTo(514);
        assertThat(areas.within(new AreaCode("51"))).hasSize(9);
    }

    @Test
    void namesACodeAndAnswersTheCodeItselfWhereItIsUnknown() {
        assertThat(areas.nameOf(new AreaCode("51.05"))).isEqualTo("Kabupaten Klungkung");
        assertThat(areas.nameOf(AreaCode.NATIONAL)).isEqualTo("Nasional");
        assertThat(areas.nameOf(new AreaCode("99.99"))).isEqualTo("99.99");
    }

    @ParameterizedTest
    @CsvSource({
        "Bali, 51",
        "PROVINSI  BALI, 51",
        "Prov. Bali, 51",
        "Pemerintah Provinsi Jawa Timur, 35",
        "Pemprov Jatim, 35",
        "jatim, 35",
        "DKI Jakarta, 31",
        "D.K.I. Jakarta, 31",
        "DIY, 34",
        "D.I. Yogyakarta, 34",
        "Provinsi Yogyakarta, 34",
        "Sulsel, 73",
        "NTB, 52",
        "Kepri, 21",
        "Kep. Bangka Belitung, 19",
        "Kab. Klungkung, 51.05",
        "kabupaten klungkung, 51.05",
        "KAB KLUNGKUNG, 51.05",
        "Klungkung, 51.05",
        "Pemkab Klungkung, 51.05",
        "Pemerintah Kota Surabaya, 35.78",
        "Surabaya, 35.78",
        "Kota Bandung, 32.73",
        "Kabupaten Bandung, 32.04",
        "Gorontalo, 75",
        "Jakarta Pusat, 31.71",
        "Kota Jakarta Pusat, 31.71",
        "Kab. Kep. Seribu, 31.01",
        "Nasional, 00",
        "Kementerian/Lembaga/BUMN, 00"
    })
    void knowsTheAreaPeopleMean(String typed, String code) {
        assertThat(areas.named(typed)).map(Area::code).contains(new AreaCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bandung", "Malang", "Atlantis", "", "   ", "Kota", "Kabupaten", "...", "Provinsi Klungkung"})
    void doesNotGuess(String typed) {
        assertThat(areas.named(typed)).isEmpty();
    }

    @Test
    void aProvinceDecidesBetweenTwoOfOneName() {
        assertThat(areas.named("Gorontalo", new AreaCode("75"))).map(Area::name).contains("Gorontalo");
        assertThat(areas.named("Banjar", new AreaCode("63"))).map(Area::name).contains("Kabupaten Banjar");
        assertThat(areas.named("Bandung", new AreaCode("32"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dinas Kesehatan Kabupaten Sinjai | 73.07",
                "RSUD Koja, Pemerintah Provinsi DKI Jakarta | 31",
                "Puskesmas Senen, Dinas Kesehatan DKI Jakarta | 31",
                "UPT Puskesmas Riung Bandung, Kota Bandung | 32.73",
                "Kementerian Hukum dan HAM | 00",
                "Dinas Perpustakaan Provinsi Jawa Timur | 35"
            })
    void anOfficesNameTellsItsArea(String office, String code) {
        assertThat(areas.mentionedIn(office)).map(Area::code).contains(new AreaCode(code));
    }
}
