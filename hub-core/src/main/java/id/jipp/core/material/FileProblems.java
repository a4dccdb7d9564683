package id.jipp.core.material;

import id.jipp.core.outcome.Problem;

/** What can be wrong with a file, each with its sentence. */
final class FileProblems {
    private static final String FIELD = "file";

    private FileProblems() {}

    static Problem typeNotTaken() {
        return Problem.of(FIELD, "file-type-not-taken", FileType.all());
    }

    static Problem notItsName(FileType name, String found) {
        return Problem.of(FIELD, "file-not-its-name", name.label(), found);
    }

    static Problem damaged(FileType type) {
        return Problem.of(FIELD, "file-damaged", type.label());
    }

    static Problem locked() {
        return Problem.of(FIELD, "file-locked");
    }

    static Problem macros() {
        return Problem.of(FIELD, "file-has-macros");
    }

    static Problem bomb() {
        return Problem.of(FIELD, "file-unpacks-too-large");
    }

    static Problem imageTooLarge(ImageSize size) {
        return Problem.of(FIELD, "image-too-large", size.width(), size.height(), ImageSize.PIXELS_MAX / 1_000_000);
    }

    static Problem malicious(String harm) {
        return Problem.of(FIELD, "file-malicious", harm);
    }
}
