package id.jipp.sync.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The bytes of parcels of format 1, frozen in {@code parcels-1.txt}: they lie on disks in drawers. Never change that
 * file; a new format has a file of its own.
 */
class GoldenParcelsTest {
    @Test
    @DisplayName("X3: a parcel made today has the bytes it has always had")
    void whatIsMadeHasItsBytes() throws IOException {
        List<String> lines = new ArrayList<>();
        RealParcels.byName()
                .forEach(
                        (name, parcel) -> lines.add(name + ": " + HexFormat.of().formatHex(parcel)));

        assertThat(lines)
                .isEqualTo(frozen().entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue())
                        .toList());
    }

    @Test
    @DisplayName("X3: the old bytes are still taken in")
    void oldBytesAreStillTaken() throws IOException {
        byte[] parcel = HexFormat.of().parseHex(frozen().get("for jatim"));
        Courier jatim = RealParcels.receiver();

        ParcelTaken taken = jatim.took(parcel);

        assertThat(taken.stopped()).isNull();
        assertThat(taken.entries()).isEqualTo(6);
        assertThat(jatim.took(HexFormat.of().parseHex(frozen().get("with a file")))
                        .changedNothing())
                .isTrue();
    }

    private static Map<String, String> frozen() throws IOException {
        Map<String, String> frozen = new LinkedHashMap<>();
        try (InputStream in = GoldenParcelsTest.class.getResourceAsStream("/parcels-1.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                int colon = line.indexOf(": ");
                frozen.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return frozen;
    }
}
