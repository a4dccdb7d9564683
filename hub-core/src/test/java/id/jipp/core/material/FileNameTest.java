package id.jipp.core.material;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest(name = "U3 {0}")
    @CsvSource({
        "paparan.pdf, paparan.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\x\\paparan.pdf, paparan.pdf",
        "C:paparan.pdf, C_paparan.pdf",
        "a\\u0000b.pdf, ab.pdf",
        "a\\r\\nSet-Cookie: x.pdf, a Set-Cookie_ x.pdf",
        "\\u202Efdp.exe, fdp.exe",
        "CON.pdf, _CON.pdf",
        "com1, _com1",
        ".., berkas",
        "..., berkas",
        ".htaccess, htaccess",
        "a/b/, b",
        "'', berkas",
        "'a<b>\"c|d?e*.pdf', a_b__c_d_e_.pdf",
        "paparan.pdf., paparan.pdf"
    })
    void nothingOfAPathOrAHeaderIsLeftInAName(String came, String kept) {
        String raw = came.replace("\\u0000", "\0").replace("\\u202E", "\u202E").replace("\\r\\n", "\r\n");
        assertThat(FileName.of(raw).value()).isEqualTo(kept);
    }

    @Test
    void aLongNameIsCutBeforeItsExtension() {
        String name = FileName.of("paparan ".repeat(600) + ".pptx").value();

        assertThat(name)
                .hasSizeLessThanOrEqualTo(FileName.CHARS_MAX)
                .startsWith("paparan")
                .endsWith(".pptx");
        assertThat(FileName.of("x." + "y".repeat(5_000)).value()).hasSize(FileName.CHARS_MAX);
        assertThat(FileName.of("😀".repeat(300) + ".pdf").value())
                .doesNotContain("\uFFFD")
                .endsWith(".pdf");
    }
}
