package id.jipp.ui.command;

import java.io.PrintStream;
import java.util.List;

/**
 * What a check of a hub found, and how it is told.
 *
 * @param streams one line each: which stream, how far, and the hash of its last entry
 * @param problems one sentence each
 */
record Findings(
        boolean isOk,
        List<String> streams,
        String publicDigest,
        long entries,
        long erased,
        long innovations,
        long files,
        List<String> notes,
        List<String> problems) {

    /** Answers the exit code: 0 all right, 1 something is wrong. */
    int print(PrintStream out) {
        streams.forEach(out::println);
        out.println("public digest " + publicDigest);
        out.println(entries + " entries, " + erased + " of them erased; " + innovations + " innovations; " + files
                + " files");
        notes.forEach(out::println);
        problems.forEach(problem -> out.println("WRONG: " + problem));
        out.println(isOk ? "OK" : problems.size() + " problems");
        return isOk ? 0 : 1;
    }
}
