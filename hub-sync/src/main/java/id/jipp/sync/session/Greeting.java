package id.jipp.sync.session;

import id.jipp.core.log.Ed25519;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.HubCardOffer;
import id.jipp.core.peer.Peer;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.protocol.Handshake.Role;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The first words: each side proves its key; a hub with an invitation asks to be linked and waits. */
final class Greeting {
    private final SyncSession session;
    private final Home home;
    private final byte[] nonce;
    private Stage stage;
    private byte[] hello = {};
    private @Nullable HubId peer;
    private byte[] peerKey = {};
    private byte[] peerNonce = {};
    private int minor;
    private boolean asks;

    private enum Stage {
        HELLO,
        WELCOME,
        PROOF,
        ASK,
        /** Our coordinator decides about the caller. */
        DECISION,
        /** Their coordinator decides about us. */
        ACCEPTED,
        /** We left and are known to be us; whatever they say now, they are told. */
        GOODBYE,
        DONE
    }

    /** @param callee whom we call; null if somebody calls us */
    Greeting(SyncSession session, Home home, @Nullable HubId callee, byte[] nonce) {
        this.session = session;
        this.home = home;
        this.peer = callee;
        this.nonce = nonce;
        this.stage = callee == null ? Stage.HELLO : Stage.WELCOME;
    }

    /** Whether only a person's decision is waited for, so that there is no hurry. */
    boolean waitsForPeople() {
        return stage == Stage.DECISION || stage == Stage.ACCEPTED;
    }

    @Nullable
    HubId peer() {
        return peer;
    }

    void opened() {
        if (stage != Stage.WELCOME || peer == null) {
            return;
        }
        Peer known = home.peers().find(peer).orElse(null);
        if (known == null || !isCalled(known)) {
            session.end(ByeCode.LEAVING, "not linked any more");
            return;
        }
        asks = known.state() == Peer.State.ASKED;
        peerKey = known.publicKey();
        Frame.Hello words = new Frame.Hello(
                Handshake.MINOR_MIN,
                home.limits().minorMax(),
                asks,
                home.self().hub(),
                home.self().publicKey(),
                nonce);
        hello = Frames.encode(words);
        session.send(words);
    }

    /** Also one we left, to tell it so. */
    private static boolean isCalled(Peer known) {
        return switch (known.state()) {
            case LINKED, ASKED, LEFT -> true;
            case ASKING, PAUSED, BLOCKED, GONE -> false;
        };
    }

    void on(Frame frame, byte[] raw) {
        if (stage == Stage.GOODBYE) {
            goodbye();
            return;
        }
        switch (frame) {
            case Frame.Hello words when stage == Stage.HELLO -> hello(words, raw);
            case Frame.Welcome words when stage == Stage.WELCOME -> welcome(words);
            case Frame.Proof words when stage == Stage.PROOF -> proof(words);
            case Frame.Ask words when stage == Stage.ASK -> ask(words);
            case Frame.Accepted words when stage == Stage.ACCEPTED -> accepted();
            default ->
                session.violation(
                        ByeCode.UNEXPECTED, frame.getClass().getSimpleName() + " while " + stage + " was expected");
        }
    }

    private void hello(Frame.Hello words, byte[] raw) {
        minor = Math.min(words.minorMax(), home.limits().minorMax());
        if (minor < words.minorMin() || minor < Handshake.MINOR_MIN) {
            session.end(
                    ByeCode.VERSION,
                    "we speak 1." + Handshake.MINOR_MIN + " to 1."
                            + home.limits().minorMax() + ", you 1." + words.minorMin() + " to 1." + words.minorMax());
            return;
        }
        if (words.hub().equals(home.self().hub())) {
            session.violation(ByeCode.UNKNOWN_HUB, "a hub does not call itself");
            return;
        }
        Peer known = home.peers().find(words.hub()).orElse(null);
        if (known != null && !Arrays.equals(known.publicKey(), words.key())) {
            session.violation(ByeCode.WRONG_KEY, words.hub() + " is known with another key");
            return;
        }
        if (!mayGoOn(words, known)) {
            return;
        }
        peer = words.hub();
        peerKey = words.key();
        hello = raw;
        asks = words.asks();
        stage = Stage.PROOF;
        session.send(
                new Frame.Welcome(minor, home.self().hub(), nonce, home.self().sign(signed(Role.CALLEE, nonce))));
    }

    private boolean mayGoOn(Frame.Hello words, @Nullable Peer known) {
        if (known == null) {
            if (!words.asks()) {
                session.violation(ByeCode.UNKNOWN_HUB, words.hub() + " is not linked here");
            }
            return words.asks();
        }
        switch (known.state()) {
            // A link that is over is answered too: only who proves its key is told so.
            case LINKED, ASKED, LEFT, GONE -> {
                return true;
            }
            case ASKING -> {
                if (!words.asks()) {
                    session.end(ByeCode.CLOSED, "not accepted yet");
                }
                return words.asks();
            }
            case PAUSED, BLOCKED -> {
                session.end(ByeCode.CLOSED, "the link is closed");
                return false;
            }
        }
        return false;
    }

    private void welcome(Frame.Welcome words) {
        if (!words.hub().equals(peer)) {
            session.violation(ByeCode.UNKNOWN_HUB, "expected " + peer + ", " + words.hub() + " answered");
            return;
        }
        minor = words.minor();
        if (minor < Handshake.MINOR_MIN || minor > home.limits().minorMax()) {
            session.end(ByeCode.VERSION, "1." + minor + " was not offered");
            return;
        }
        peerNonce = words.nonce();
        if (!Ed25519.verifies(
                peerKey,
                Handshake.signed(Role.CALLEE, hello, minor, words.hub(), peerKey, peerNonce),
                words.signature())) {
            session.violation(ByeCode.BAD_PROOF, words.hub() + " did not prove its key");
            return;
        }
        session.send(new Frame.Proof(
                home.self().sign(Handshake.signed(Role.CALLER, hello, minor, words.hub(), peerKey, peerNonce))));
        if (isOver(words.hub())) {
            stage = Stage.GOODBYE;
            return;
        }
        session.proven(words.hub());
        if (asks) {
            stage = Stage.ACCEPTED;
            session.send(new Frame.Ask(
                    home.peers().secretFor(words.hub()).orElse(""),
                    home.peers().self().name(),
                    home.peers().address().toString()));
        } else {
            linked(words.hub());
        }
    }

    private void proof(Frame.Proof words) {
        HubId caller = known();
        if (!Ed25519.verifies(peerKey, signed(Role.CALLER, nonce), words.signature())) {
            session.violation(ByeCode.BAD_PROOF, caller + " did not prove its key");
            return;
        }
        if (asks) {
            stage = Stage.ASK;
            return;
        }
        if (isOver(caller)) {
            goodbye();
            return;
        }
        session.proven(caller);
        // Who calls as linked has accepted us, should we still be waiting for that.
        home.peers().accepted(caller);
        linked(caller);
    }

    private boolean isOver(HubId hub) {
        return home.peers().find(hub).filter(Peer::isOver).isPresent();
    }

    private void goodbye() {
        session.end(ByeCode.LEFT, "the link is over");
    }

    private byte[] signed(Role signer, byte[] ownNonce) {
        return Handshake.signed(
                signer, hello, minor, home.self().hub(), home.self().publicKey(), ownNonce);
    }

    private void ask(Frame.Ask words) {
        HubCardOffer offer;
        try {
            URI address = words.address().isEmpty() ? null : URI.create(words.address());
            offer = new HubCardOffer(known(), words.name(), peerKey, address);
        } catch (IllegalArgumentException wrong) {
            session.violation(ByeCode.MALFORMED, String.valueOf(wrong.getMessage()));
            return;
        }
        switch (home.peers().asked(offer, words.secret())) {
            case Outcome.Refused<Peer> refused ->
                session.violation(
                        ByeCode.INVITATION, refused.problems().getFirst().reason());
            case Outcome.Done<Peer> done -> {
                // A key alone is worth nothing, anybody can make one: until the invitation is seen they are a stranger.
                session.proven(done.value().hub());
                stage = Stage.DECISION;
                changed();
            }
        }
    }

    private void accepted() {
        home.peers().accepted(known());
        linked(known());
    }

    /** A link changed: perhaps the one we wait for, perhaps it was closed. */
    void changed() {
        if (stage == Stage.HELLO || stage == Stage.DONE || peer == null) {
            return;
        }
        Peer known = home.peers().find(peer).orElse(null);
        if (known != null && (known.state() == Peer.State.PAUSED || known.state() == Peer.State.BLOCKED)) {
            session.end(ByeCode.CLOSED, "the link is closed");
        } else if (stage == Stage.ACCEPTED && known != null && known.isOver()) {
            goodbye();
        } else if (stage == Stage.DECISION && known != null && known.isLinked()) {
            session.send(new Frame.Accepted());
            linked(known.hub());
        }
    }

    private void linked(HubId hub) {
        stage = Stage.DONE;
        session.linked(hub, minor);
    }

    private HubId known() {
        if (peer == null) {
            throw new IllegalStateException("Nobody has said who they are");
        }
        return peer;
    }
}
