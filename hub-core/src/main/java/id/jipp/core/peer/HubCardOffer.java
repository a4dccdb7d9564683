package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Another hub as it presents itself in the handshake, its key proven. {@code name} has 1 to 120 characters. */
public record HubCardOffer(
        HubId hub, String name, byte[] publicKey, @Nullable URI address) {
    public HubCardOffer {
        HubName.check(name);
    }
}
