package id.jipp.core.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Knows the harmless file by which virus scanners are tried (EICAR, 2003): so that it can be seen that files are looked at. */
final class EicarCheck implements FileCheck {
    /** In two halves, so that this very program is not taken for it. */
    private static final String SIGNATURE =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final int LOOKED_AT = 4_096;

    @Override
    public Optional<String> harmIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            return start.contains(SIGNATURE) ? Optional.of("EICAR") : Optional.empty();
        }
    }
}
