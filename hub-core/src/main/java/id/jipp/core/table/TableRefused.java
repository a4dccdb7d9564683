package id.jipp.core.table;

import id.jipp.core.outcome.Problem;

/** A file that is not taken as a table, and why. */
public final class TableRefused extends Exception {
    private final transient Problem problem;

    public TableRefused(String reason, Object... args) {
        super(reason);
        this.problem = Problem.of("file", reason, args);
    }

    public Problem problem() {
        return problem;
    }
}
