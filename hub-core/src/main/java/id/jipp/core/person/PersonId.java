package id.jipp.core.person;

import id.jipp.core.log.HubId;

/**
 * A person in the network: the hub that vouches for them and their id there (1 to 64 characters).
 */
public record PersonId(HubId hub, String local) {
    public PersonId {
        if (local.isEmpty() || local.length() > 64) {
            throw new IllegalArgumentException("A person's id has 1 to 64 characters; came: " + local.length());
        }
    }

    @Override
    public String toString() {
        return hub + ":" + local;
    }
}
