package id.jipp.core.log;

/** Foreign text made safe to show in an error: bounded, without control characters. */
final class Shown {
    private static final int CHARS_MAX = 64;

    private Shown() {}

    static String text(String foreign) {
        String cut = foreign.length() <= CHARS_MAX ? foreign : foreign.substring(0, CHARS_MAX) + "…";
        return '"' + cut.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
