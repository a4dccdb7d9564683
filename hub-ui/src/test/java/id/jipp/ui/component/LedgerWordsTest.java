package id.jipp.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.RefuseCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerWordsTest {
    /** A protocol's word is nobody's language. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void whateverIsRefusedIsSaidInPeoplesWords(String language) throws IOException {
        Properties sentences = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                LedgerWordsTest.class.getResourceAsStream("/i18n/ledger_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        List<String> codes = Stream.concat(
                        Stream.concat(Arrays.stream(ByeCode.values()), Arrays.stream(RefuseCode.values()))
                                .map(Enum::name),
                        Stream.of("BAD_FILE"))
                .toList();

        assertThat(codes)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(sentences.getProperty("ledger.reason." + code))
                        .as(code)
                        .isNotBlank()
                        .doesNotContain("_"));
    }
}
