package id.jipp.ui.api;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many there are in all
 * @param page from 0
 * @param size how many at most are on a page
 */
record ApiList<T>(List<T> items, long total, int page, int size) {
    static final int SIZE_MAX = 200;

    /** One page of a list that is short enough to be had as a whole. */
    static <T> ApiList<T> cut(List<T> all, Paging paging) {
        int from = (int) Math.min((long) paging.page() * paging.size(), all.size());
        int to = Math.min(from + paging.size(), all.size());
        return new ApiList<>(List.copyOf(all.subList(from, to)), all.size(), paging.page(), paging.size());
    }
}
