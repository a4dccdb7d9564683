package id.jipp.ui.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Which page a caller wants. */
record Paging(int page, int size) {
    private static final int PAGE_MAX = 1_000_000;

    static Paging of(@Nullable Integer page, @Nullable Integer size, int usual) {
        int wantedPage = page == null ? 0 : page;
        int wantedSize = size == null ? usual : size;
        if (wantedPage < 0 || wantedPage > PAGE_MAX) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "page", "out-of-range", 0, PAGE_MAX);
        }
        if (wantedSize < 1 || wantedSize > ApiList.SIZE_MAX) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "size", "out-of-range", 1, ApiList.SIZE_MAX);
        }
        return new Paging(wantedPage, wantedSize);
    }
}
