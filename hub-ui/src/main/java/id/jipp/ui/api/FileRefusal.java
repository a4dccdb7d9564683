package id.jipp.ui.api;

import id.jipp.core.outcome.Outcome;
import org.springframework.http.HttpStatus;

/** What files are refused for, where HTTP has a word of its own for it. */
final class FileRefusal {
    private FileRefusal() {}

    /** The value, or the refusal as its reason says, else as its family. */
    static <T> T orValue(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused && refused.problems().size() == 1) {
            throw Refusal.of(
                    switch (refused.problems().getFirst().reason()) {
                        case "disk-full", "files-take-too-much" -> HttpStatus.INSUFFICIENT_STORAGE;
                        case "file-too-large" -> HttpStatus.CONTENT_TOO_LARGE;
                        case "upload-busy" -> HttpStatus.LOCKED;
                        default -> Refusal.statusOf(refused.why());
                    },
                    refused.problems());
        }
        return Refusal.orValue(outcome);
    }
}
