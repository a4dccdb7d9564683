package id.jipp.ui.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's time, put on by the duration that stands in a file (ISO-8601, as {@code P30D}), so that a month's absence
 * can be shown in a minute. It is read again as often as somebody asks what time it is. Thread-safe.
 */
final class DemoClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);

    private final Path file;
    private final Clock machine;

    DemoClock(Path file, Clock machine) {
        this.file = file;
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead());
    }

    private Duration ahead() {
        try {
            return Files.exists(file)
                    ? Duration.parse(
                            Files.readString(file, StandardCharsets.US_ASCII).strip())
                    : Duration.ZERO;
        } catch (IOException | DateTimeParseException unreadable) {
            LOG.warn("The demo's clock goes as the machine's: {} cannot be read", file, unreadable);
            return Duration.ZERO;
        }
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(file, machine.withZone(zone));
    }
}
