package id.jipp.core.material;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import java.nio.file.Path;

/** Says what a whole file is, and whether it may be kept. Thread-safe. */
final class FileJudge {
    /** By its name alone, before any of it is here: nobody shall send 2 GB to hear that they are not taken. */
    Outcome<FileType> byName(FileName name) {
        return FileType.ofName(name)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Why.INVALID, "file", "file-type-not-taken", FileType.all()));
    }

    Outcome<FileType> judge(Path file, FileName name) {
        return byName(name);
    }
}
