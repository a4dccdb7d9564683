package id.jipp.core.log;

/**
 * Something this hub is about to write down.
 *
 * @param kind what it is, for example {@code innovation.published}; the name of its payload's form
 * @param kindVersion the version of that form, from 1
 * @param content the payload before salting, at most {@link LogLimits#CONTENT_BYTES_MAX} bytes
 */
public record NewEntry(String kind, int kindVersion, byte[] content) {
    public NewEntry {
        EntryHeader.checkKind(kind, kindVersion);
        if (content.length > LogLimits.CONTENT_BYTES_MAX) {
            throw new IllegalArgumentException("An entry's content has at most " + LogLimits.CONTENT_BYTES_MAX
                    + " bytes; came: " + content.length);
        }
    }
}
