package id.jipp.ui.api;

import java.io.IOException;

/** The body of a request goes on beyond its bound. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1;

    BodyTooLarge(long bytesMax) {
        super("More than " + bytesMax + " bytes came");
    }
}
