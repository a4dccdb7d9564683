package id.jipp.ui.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk of a few megabytes over a folder, seen only by what runs within its command: a tmpfs in a mount namespace of its
 * own, which Linux gives to anybody unless it is told not to. Where it is not given, the test is skipped and says so.
 */
final class SmallDisk implements AutoCloseable {
    private final Process holder;
    private final Path folder;

    private SmallDisk(Process holder, Path folder) {
        this.holder = holder;
        this.folder = folder;
    }

    /** What the folder holds is on the disk too. */
    static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
        String script = "cp -a \"$0\" \"$0.before\" && mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$0\""
                + " && cp -a \"$0.before/.\" \"$0\" && echo mounted && exec cat";
        Process holder;
        try {
            holder = new ProcessBuilder("unshare", "-r", "-m", "sh", "-c", script, folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchProgram) {
            assumeTrue(false, "No small disk here: " + noSuchProgram.getMessage());
            throw noSuchProgram;
        }
        String said = holder.inputReader().readLine();
        assumeTrue("mounted".equals(said), "No small disk here: this machine gives no mount namespace");
        return new SmallDisk(holder, folder);
    }

    /** What comes before a command that is to see it. */
    List<String> command() {
        return List.of("nsenter", "-t", Long.toString(holder.pid()), "-U", "-m", "--preserve-credentials");
    }

    /** Fills it to the last byte. */
    void fill() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            for (int i = 0; i < 1 << 20; i++) {
                out.write(megabyte);
            }
        } catch (IOException full) {
            // as wanted
        }
    }

    void free() throws IOException {
        Files.delete(ballast());
    }

    /** The folder on the disk, from outside. */
    Path seen() {
        return Path.of("/proc", Long.toString(holder.pid()), "root")
                .resolve(folder.toString().substring(1));
    }

    private Path ballast() {
        return seen().resolve("ballast");
    }

    @Override
    public void close() throws Exception {
        holder.destroyForcibly().waitFor();
    }
}
