package id.jipp.demo;

import java.awt.Color;

/** The product's colours, as its style sheet names them for a light page. */
final class Look {
    static final Color INK = new Color(0x18211F);
    static final Color QUIET = new Color(0x57625F);
    static final Color ACCENT = new Color(0x0B6E6E);
    static final Color ACCENT_SOFT = new Color(0xE3F1EF);
    static final Color GOLD = new Color(0xB7791F);
    static final Color LINE = new Color(0xE8E2D7);
    static final Color WHITE = Color.WHITE;
    static final String FONT = "Plus Jakarta Sans";

    private Look() {}
}
