package id.jipp.core.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses in the web, as people give them for others to follow. */
public final class WebAddress {
    private WebAddress() {}

    /** Whether that is a whole address of a web page, without an account in it. */
    public static boolean is(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getRawAuthority() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException no) {
            return false;
        }
    }
}
