package id.jipp.ui.security;

/** What a page that carries no script may do in a browser. */
public final class PagePolicy {
    public static final String HEADER = "Content-Security-Policy";
    public static final String STRICT = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PagePolicy() {}
}
