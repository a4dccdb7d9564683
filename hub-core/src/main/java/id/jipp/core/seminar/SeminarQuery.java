package id.jipp.core.seminar;

import id.jipp.core.log.HubId;
import org.jspecify.annotations.Nullable;

/**
 * Which seminars to list, and which page of them. Null means any.
 *
 * @param text words that must all occur, may be empty
 * @param year in which it begins
 * @param page from 0
 * @param size 1 to 200
 */
public record SeminarQuery(
        String text, @Nullable Integer year, @Nullable HubId hub, int page, int size) {
    public static final int SIZE_MAX = 200;

    public SeminarQuery {
        if (page < 0 || size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException("page from 0 and size 1 to 200; came: " + page + ", " + size);
        }
    }

    public static SeminarQuery all(int page, int size) {
        return new SeminarQuery("", null, null, page, size);
    }
}
