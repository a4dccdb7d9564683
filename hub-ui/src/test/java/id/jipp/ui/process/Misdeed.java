package id.jipp.ui.process;

/** What an unruly line does to one frame. */
enum Misdeed {
    DROP,
    REPEAT,
    /** Goes out after the frame that follows it. */
    HOLD_BACK
}
