package id.jipp.core.log;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Silences what {@link MvHubLog} says of broken disks, for a test class that breaks them by the hundred. */
public final class QuietLog implements BeforeAllCallback, AfterAllCallback {
    private static final Logger SAID = Logger.getLogger(MvHubLog.class.getName());

    @Override
    public void beforeAll(ExtensionContext test) {
        SAID.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        SAID.setLevel(null);
    }
}
