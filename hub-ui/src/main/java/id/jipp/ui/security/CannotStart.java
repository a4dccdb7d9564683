package id.jipp.ui.security;

/** The program is not allowed, or not able, to run as it was told to; the message is for whoever runs it. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String action;

    CannotStart(String what, String action) {
        super(what);
        this.action = action;
    }

    String action() {
        return action;
    }
}
