package id.jipp.core.innovation;

import java.util.Locale;

/** What an innovation roughly costs a year. */
public enum CostClass {
    /** Nothing beyond what the office has. */
    NONE,
    /** Up to Rp 50 million. */
    LOW,
    /** Up to Rp 500 million. */
    MEDIUM,
    /** More. */
    HIGH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
