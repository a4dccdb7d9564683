package id.jipp.core.material;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A look at a whole file for what does harm; an operator may have more of them than we ship, for example one that asks a
 * virus scanner. Asked before a file is kept or given to anybody. Thread-safe.
 */
public interface FileCheck {
    /** What is wrong with the file, in a word or two; empty if nothing was found. */
    Optional<String> harmIn(Path file) throws IOException;
}
