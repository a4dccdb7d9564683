package id.jipp.core.material;

/**
 * Files that materials here are and that are not whole here.
 *
 * @param bytes all of them together, what has come of them included
 */
public record Awaited(int files, long bytes) {}
