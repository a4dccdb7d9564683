package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.log.HubId;
import org.jspecify.annotations.Nullable;

/**
 * Which innovations to list, and which page of them. Null means any.
 *
 * @param text words to find, may be empty
 * @param area that area or any within it
 * @param page from 0
 * @param size 1 to 200
 * @param orAnyWord whether, where nothing has all of the words, that is listed which has any of them
 */
public record InnovationQuery(
        String text,
        @Nullable AreaCode area,
        @Nullable Phase phase,
        @Nullable Integer year,
        @Nullable HubId hub,
        @Nullable Status status,
        Sort sort,
        int page,
        int size,
        boolean orAnyWord) {
    public static final int SIZE_MAX = 200;

    public enum Sort {
        /** Best match first; newest first where there are no words. */
        RELEVANCE,
        NEWEST,
        TITLE,
        /** The innovation's own year, the latest first; those without one last. */
        YEAR
    }

    /** Finds only what has all of the words. */
    public InnovationQuery(
            String text,
            @Nullable AreaCode area,
            @Nullable Phase phase,
            @Nullable Integer year,
            @Nullable HubId hub,
            @Nullable Status status,
            Sort sort,
            int page,
            int size) {
        this(text, area, phase, year, hub, status, sort, page, size, false);
    }

    public InnovationQuery {
        if (page < 0 || size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException("page from 0 and size 1 to 200; came: " + page + ", " + size);
        }
    }

    public static InnovationQuery all(int page, int size) {
        return new InnovationQuery("", null, null, null, null, null, Sort.RELEVANCE, page, size);
    }
}
