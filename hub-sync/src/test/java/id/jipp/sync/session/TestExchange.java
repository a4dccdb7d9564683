package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.material.FileExchange;
import id.jipp.core.material.Manifest;
import id.jipp.core.projection.Listeners;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a test says may go out and is wanted, alike for every peer. */
public final class TestExchange implements FileExchange {
    public final Set<Hash> given = new HashSet<>();
    public final List<Manifest> wanted = new ArrayList<>();
    public long bytesPerSecondMax = Long.MAX_VALUE;

    /** How often somebody asked what a file is made of. */
    public int lookups;

    private final Listeners<String> changes = new Listeners<>();

    @Override
    public boolean gives(HubId peer, Hash file) {
        return given.contains(file);
    }

    @Override
    public List<Hash> wants(HubId peer, Predicate<Hash> mayAsk) {
        return wanted.stream().map(Manifest::file).filter(mayAsk).toList();
    }

    @Override
    public Optional<Manifest> manifest(HubId peer, Hash file) {
        lookups++;
        return wanted.stream().filter(manifest -> manifest.file().equals(file)).findFirst();
    }

    @Override
    public long bytesPerSecondMax(HubId peer) {
        return bytesPerSecondMax;
    }

    @Override
    public Runnable onChange(Runnable hint) {
        return changes.add(changed -> hint.run());
    }

    public void changed() {
        changes.tell("");
    }
}
