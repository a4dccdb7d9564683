package id.jipp.ui.api;

import id.jipp.core.log.Hash;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;

/**
 * Which call this is: the same for each repeat of a call whose caller gave it a key, and never again for one without.
 * What a call makes takes its id from it.
 */
final class CallKey {
    private static final String NAME = CallKey.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private CallKey() {}

    static void give(HttpServletRequest request, Hash key) {
        request.setAttribute(NAME, key);
    }

    static Hash of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Hash given ? given : fresh();
    }

    private static Hash fresh() {
        byte[] random = new byte[Hash.BYTES];
        RANDOM.nextBytes(random);
        return Hash.ofBytes(random);
    }
}
