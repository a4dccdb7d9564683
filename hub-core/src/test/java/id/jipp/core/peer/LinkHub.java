package id.jipp.core.peer;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.InMemoryDocuments;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;

/** A hub that has links and nothing else. */
final class LinkHub {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:42:00Z"), ZoneOffset.UTC);

    final HubId id;
    final HubIdentity identity;
    final Documents.Store store;
    final Peers peers;

    LinkHub(String name) {
        this(name, name.hashCode(), new InMemoryDocuments.Store());
    }

    /** @param key of two hubs of one name, which one */
    LinkHub(String name, int key, Documents.Store store) {
        this.store = store;
        id = new HubId(name);
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) key);
        identity = HubIdentity.ofSeed(id, seed);
        peers = open();
    }

    /** The links as another start of the program finds them. */
    Peers open() {
        HubSettings settings = new HubSettings(
                id, id.value(), AreaCode.NATIONAL, Path.of("none"), URI.create("http://localhost:1"), null);
        return new Peers(store, identity, settings, CLOCK, true);
    }

    Person person(Role role) {
        return new Person(new PersonId(id, role.name()), role.name(), "Biro Organisasi", Set.of(role));
    }

    Person coordinator() {
        return person(Role.COORDINATOR);
    }

    Peer sees(LinkHub other) {
        return peers.find(other.id).orElseThrow();
    }

    HubCardOffer card() {
        return new HubCardOffer(id, id.value(), identity.publicKey(), peers.address());
    }

    /** Both agree, by an invitation of ours. */
    void linkWith(LinkHub other) {
        String code = peers.invite(coordinator()).orThrow();
        other.peers.take(code, PeerPolicy.OPEN, other.coordinator()).orThrow();
        peers.asked(other.card(), other.peers.secretFor(id).orElseThrow()).orThrow();
        peers.accept(other.id, PeerPolicy.OPEN, coordinator()).orThrow();
        other.peers.accepted(id);
    }
}
