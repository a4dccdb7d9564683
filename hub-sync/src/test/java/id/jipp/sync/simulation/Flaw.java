package id.jipp.sync.simulation;

import id.jipp.core.log.Acceptance;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Fork;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Audience;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.sync.session.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is wrong with a hub on purpose, to see that the simulation finds it. */
enum Flaw {
    NONE,
    /** Takes in what is not signed as it should be. */
    CREDULOUS,
    /** Leaves out an entry of a longer range. */
    SKIPPING,
    /** Says it has taken in what it has not. */
    HASTY,
    /** Does not wait for the disk. */
    FORGETFUL,
    /** Tells and sends everything to everyone. */
    TALKATIVE,
    /** Takes in what its policy excludes. */
    UNGUARDED,
    /** Does not mind that an author signed twice. */
    INDULGENT,
    /** Asks everyone for everything. */
    GREEDY,
    /** Keeps how far it has come before it keeps what it made. */
    AHEAD,
    /** Keeps what its author has erased. */
    RETENTIVE,
    /** Never begins a new epoch. */
    STUBBORN;

    Disk disk(Path folders, long seed) {
        return this == FORGETFUL ? new FileDisk(folders, seed).lying() : new FlawedDisk(this, seed);
    }

    HubLog log(HubLog log) {
        return log;
    }

    Audience audience(Audience sound) {
        return switch (this) {
            case TALKATIVE -> audience((peer, stream) -> true, sound::accepts);
            case UNGUARDED -> audience(sound::offers, (peer, stream) -> true);
            default -> sound;
        };
    }

    private static Audience audience(
            BiFunction<HubId, StreamId, Boolean> offers, BiFunction<HubId, StreamId, Boolean> accepts) {
        return new Audience() {
            @Override
            public boolean mayHave(HubId peer, StreamId stream) {
                return true;
            }

            @Override
            public boolean offers(HubId peer, StreamId stream) {
                return offers.apply(peer, stream);
            }

            @Override
            public boolean accepts(HubId peer, StreamId stream) {
                return accepts.apply(peer, stream);
            }
        };
    }

    Sources sources(Sources shared) {
        return this == GREEDY ? new Sources() : shared;
    }

    InMemoryDocuments.Store afterCrash(InMemoryDocuments.Store lost, InMemoryDocuments.Store kept) {
        if (this == AHEAD) {
            kept.takeOver("rooms_checkpoint", lost);
        }
        return kept;
    }

    private static final class FlawedDisk extends MemoryDisk {
        private final Flaw flaw;

        FlawedDisk(Flaw flaw, long seed) {
            super(seed);
            this.flaw = flaw;
        }

        @Override
        HubLog log(InMemoryHubLog opened) {
            if (flaw == RETENTIVE) {
                opened.retain();
            }
            return new Fragile(opened) {
                @Override
                public Acceptance accept(EntryRange range) {
                    return FlawedDisk.this.accept(range, super::accept, opened);
                }

                @Override
                public boolean freeze(Fork proof) {
                    return flaw != INDULGENT && super.freeze(proof);
                }
            };
        }

        private Acceptance accept(EntryRange range, Function<EntryRange, Acceptance> sound, InMemoryHubLog log) {
            return switch (flaw) {
                case HASTY -> new Acceptance.Accepted(range.entries().size(), log.last());
                case SKIPPING -> {
                    List<Entry> all = new ArrayList<>(range.entries());
                    boolean fits = all.size() > 2
                            && all.getFirst().seq() == log.head(range.stream()).seq() + 1;
                    if (fits) {
                        all.remove(1);
                    }
                    yield fits ? log.believe(new EntryRange(range.stream(), all)) : sound.apply(range);
                }
                case CREDULOUS -> {
                    Acceptance answer = sound.apply(range);
                    boolean follows = range.entries().getFirst().seq()
                            == log.head(range.stream()).seq() + 1;
                    yield follows
                                    && answer instanceof Acceptance.Rejected rejected
                                    && rejected.reason() == Acceptance.Reason.BAD_SIGNATURE
                            ? log.believe(range)
                            : answer;
                }
                case INDULGENT -> {
                    Acceptance answer = sound.apply(range);
                    if (answer instanceof Acceptance.Forked) {
                        log.forgive(range.stream());
                    }
                    yield answer;
                }
                default -> sound.apply(range);
            };
        }
    }
}
