package id.jipp.core.seminar;

/**
 * Who speaks at a seminar. The name tells one from another within it.
 *
 * @param post the position held, may be empty
 * @param agency where, or which hub; may be empty
 */
public record Speaker(String name, String post, String agency) {}
