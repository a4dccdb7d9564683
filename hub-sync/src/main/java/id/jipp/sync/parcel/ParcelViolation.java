package id.jipp.sync.parcel;

import id.jipp.core.outcome.Problem;

/** A parcel that cannot be read on from here, and why; never leaves this package. */
final class ParcelViolation extends RuntimeException {
    private final transient Problem problem;

    ParcelViolation(String reason, Object... args) {
        super(reason);
        this.problem = Problem.of("", reason, args);
    }

    Problem problem() {
        return problem;
    }
}
