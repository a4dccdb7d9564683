package id.jipp.ui.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one password of the demonstration. It stands in a file for whoever runs the demo, so a slow hash would protect
 * nothing; what is kept in memory is its HMAC under a key of this process, compared in constant time, which lets every
 * API call carry it.
 */
final class DemoPassword {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final byte[] key = new byte[32];
    private final byte[] expected;

    DemoPassword(String password) {
        new SecureRandom().nextBytes(key);
        this.expected = hmac(password);
    }

    /** Reads the file's only line, or makes a password there the first time (mode 0600). */
    static DemoPassword in(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file)) {
                make(file);
            }
            String password = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (password.length() < 8) {
                throw new CannotStart(
                        "The demo password in " + file + " has fewer than 8 characters.",
                        "Delete the file to get a new one, or write a longer password into it.");
            }
            return new DemoPassword(password);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void make(Path file) throws IOException {
        Path whole = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(whole, generated() + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            return; // Another hub of the demo was first; its password is everybody's.
        } finally {
            Files.delete(whole);
        }
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(expected, hmac(password));
    }

    private byte[] hmac(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    private static String generated() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
