package id.jipp.core.identity;

import id.jipp.core.log.Ed25519;
import id.jipp.core.log.HubId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code hub.key}: one line {@code jipp-key 1 <hub> <seed in hexadecimal>}. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Pattern LINE = Pattern.compile("jipp-key 1 ([a-z0-9-]{2,32}) ([0-9a-f]{64})\n");
    private static final int FILE_BYTES_MAX = 256;

    private KeyFile() {}

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve("hub.key"));
    }

    static byte[] seedIn(Path folder, HubId hub) {
        Path file = folder.resolve("hub.key");
        try {
            Files.createDirectories(folder);
            return Files.exists(file) ? read(file, hub) : make(file, hub);
        } catch (IOException broken) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or made", broken);
        }
    }

    static HubId hubIn(Path folder) {
        Path file = folder.resolve("hub.key");
        try {
            if (!Files.exists(file)) {
                throw new IllegalStateException("There is no hub's key at " + file + "; is this a hub's data folder?");
            }
            return new HubId(line(file).group(1));
        } catch (IOException broken) {
            throw new UncheckedIOException("The key file " + file + " cannot be read", broken);
        }
    }

    private static byte[] read(Path file, HubId hub) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new IllegalStateException(
                    "The key file " + file + " must be readable by its owner only (rw-------); it is "
                            + PosixFilePermissions.toString(permissions) + ". Set it right with: chmod 600 " + file);
        }
        Matcher line = line(file);
        if (!line.group(1).equals(hub.value())) {
            throw new IllegalStateException("The key file " + file + " belongs to hub " + line.group(1)
                    + "; this hub is " + hub + ". Use the data folder of this hub.");
        }
        return HexFormat.of().parseHex(line.group(2));
    }

    private static Matcher line(Path file) throws IOException {
        Matcher line = LINE.matcher(
                Files.size(file) > FILE_BYTES_MAX ? "" : Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!line.matches()) {
            throw notAKey(file);
        }
        return line;
    }

    private static IllegalStateException notAKey(Path file) {
        return new IllegalStateException("The key file " + file
                + " is not a hub's key (one line: jipp-key 1 HUB SEED). Restore it from a backup; a new key would make"
                + " this hub a stranger to its peers.");
    }

    private static byte[] make(Path file, HubId hub) throws IOException {
        byte[] seed = new byte[Ed25519.SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        byte[] line =
                ("jipp-key 1 " + hub + " " + HexFormat.of().formatHex(seed) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path fresh = file.resolveSibling("hub.key.new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer left = ByteBuffer.wrap(line);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
        return seed;
    }
}
