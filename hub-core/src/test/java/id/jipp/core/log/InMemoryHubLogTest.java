package id.jipp.core.log;

import java.util.Random;
import org.jspecify.annotations.Nullable;

class InMemoryHubLogTest extends HubLogContract {
    private @Nullable InMemoryHubLog left;

    @Override
    protected HubLog open() {
        left = left == null
                ? new InMemoryHubLog(JATIM, KEYS, CLOCK, new Random(1))
                : InMemoryHubLog.restored(left, JATIM, KEYS, CLOCK, new Random(2));
        return left;
    }
}
