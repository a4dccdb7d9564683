package id.jipp.ui.security;

/** What a page that carries no script may do in a browser. */
public final class PagePolicy {
    public static final String HEADER = "Content-Security-Policy";
    public static final String STRICT = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Where one seminar is to be read by everybody; a word without a dot there is a page of those who are signed in. */
    public static final String SEMINAR = "/seminar/{id:[^.]+[.][^.]+}";

    private PagePolicy() {}
}
