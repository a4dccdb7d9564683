package id.jipp.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.jipp.core.log.HubId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageOrderTest {
    private static final HubId BALI = new HubId("bali");
    private static final HubId JATIM = new HubId("jatim");
    private static final HubId PANRB = new HubId("panrb");
    private static final List<HubId> HUBS = List.of(BALI, JATIM, PANRB);

    private final MessageOrder order = new MessageOrder();

    @Test
    void aMessageStandsAfterWhatItsAuthorSaw() {
        order.add(BALI, 1, Map.of());
        order.add(BALI, 2, Map.of());
        order.add(JATIM, 1, Map.of(BALI, 2L));

        assertThat(order.of(JATIM, 1)).isEqualTo(3);
    }

    @Test
    void aMessageStandsAfterAllEarlierOnesOfItsHub() {
        order.add(BALI, 1, Map.of());
        order.add(BALI, 2, Map.of());

        assertThat(order.of(BALI, 2)).isGreaterThan(order.of(BALI, 1));
    }

    @Test
    void entriesThatAreNoMessagesTakeNoPlace() {
        order.add(BALI, 1, null);
        order.add(BALI, 2, null);
        order.add(BALI, 3, Map.of());

        assertThat(order.of(BALI, 3)).isEqualTo(1);
        assertThat(order.isMessage(BALI, 2)).isFalse();
    }

    @Test
    void whatWasSeenButArrivesLateMovesTheAnswerBehindIt() {
        order.add(JATIM, 1, Map.of(BALI, 2L));
        order.settle();
        assertThat(order.of(JATIM, 1)).isEqualTo(1);

        order.add(BALI, 1, Map.of());
        order.add(BALI, 2, Map.of());

        assertThat(order.settle()).isTrue();
        assertThat(order.of(JATIM, 1)).isEqualTo(3);
    }

    @Test
    void nothingMovesWhereNobodyHadClaimedToSeeWhatArrives() {
        order.add(BALI, 1, Map.of());
        order.add(JATIM, 1, Map.of(BALI, 1L));
        order.add(BALI, 2, Map.of(JATIM, 1L));

        assertThat(order.settle()).isFalse();
        assertThat(order.of(BALI, 2)).isEqualTo(3);
    }

    @Test
    @DisplayName("N8: a forged claim to have seen the far future counts up to what is held, no further")
    void aForgedClaimOfTheFutureCountsUpToWhatIsHeld() {
        order.add(JATIM, 1, Map.of());
        order.add(BALI, 1, Map.of(JATIM, Long.MAX_VALUE));
        order.settle();

        assertThat(order.of(BALI, 1)).isEqualTo(2);
    }

    @Test
    @DisplayName("N8: nothing has moved where a forged claim of the future only looked as if it had")
    void aForgedClaimOfTheFutureMovesNothingThatStands() {
        order.add(BALI, 1, Map.of(JATIM, Long.MAX_VALUE));
        order.settle();
        order.add(JATIM, 1, Map.of(BALI, 1L));
        order.settle();

        order.add(JATIM, 2, Map.of(BALI, 1L));

        assertThat(order.settle()).isFalse();
    }

    @Test
    void forgedClaimsInACircleAreOpenedAndStayWithinTheirNumber() {
        order.add(BALI, 1, Map.of(JATIM, 1L));
        order.add(JATIM, 1, Map.of(BALI, 1L));
        order.settle();

        assertThat(order.of(BALI, 1)).isEqualTo(1);
        assertThat(order.of(JATIM, 1)).isEqualTo(2);
    }

    @Test
    void aClaimAboutItsOwnHubIsIgnored() {
        order.add(BALI, 1, Map.of(BALI, 99L));
        order.add(BALI, 2, Map.of());
        order.settle();

        assertThat(order.of(BALI, 1)).isEqualTo(1);
        assertThat(order.of(BALI, 2)).isEqualTo(2);
    }

    @Test
    void entriesOfAHubComeWithoutAGap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order.add(BALI, 2, Map.of()))
                .withMessageContaining("Expected entry 1 of bali");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026, 100_003})
    void honestTalkIsOrderedTheSameInEveryOrderOfArrival(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            everyArrivalGivesTheSame(honestTalk(random, 60), random);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 11, 77, 5_150, 999_983})
    @DisplayName("F3: forged claims cannot make two hubs show a different order")
    void hostileTalkIsOrderedTheSameInEveryOrderOfArrival(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            everyArrivalGivesTheSame(hostileTalk(random, 40), random);
        }
    }

    @Test
    void ordersNeverExceedTheNumberOfMessages() {
        Map<HubId, List<Map<HubId, Long>>> talk = hostileTalk(new Random(5), 200);
        Map<String, Long> orders = arrive(talk, new Random(6));

        assertThat(orders.values()).allSatisfy(value -> assertThat(value).isBetween(0L, 200L));
    }

    @Test
    @DisplayName("L5: forged circles among a hundred hubs are opened in bounded time")
    void manyForgedCirclesAreOpenedInBoundedTime() {
        List<HubId> many = new ArrayList<>();
        Map<HubId, Long> everything = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            many.add(new HubId("hub-" + i));
            everything.put(many.getLast(), Long.MAX_VALUE);
        }
        for (long seq = 1; seq <= 10; seq++) {
            for (HubId hub : many) {
                order.add(hub, seq, everything);
            }
        }

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), order::settle);
        assertThat(order.of(many.getFirst(), 10)).isBetween(10L, 1_000L);
    }

    private static void everyArrivalGivesTheSame(Map<HubId, List<Map<HubId, Long>>> talk, Random random) {
        Map<String, Long> once = arrive(talk, new Random(random.nextLong()));
        Map<String, Long> again = arrive(talk, new Random(random.nextLong()));
        Map<String, Long> atTheEnd = arriveAtOnce(talk);

        assertThat(again).isEqualTo(once);
        assertThat(atTheEnd).isEqualTo(once);
    }

    /** In a random interleaving, settled after each entry or now and then. */
    private static Map<String, Long> arrive(Map<HubId, List<Map<HubId, Long>>> talk, Random random) {
        MessageOrder order = new MessageOrder();
        List<HubId> left = new ArrayList<>(talk.keySet());
        while (!left.isEmpty()) {
            HubId hub = left.get(random.nextInt(left.size()));
            int next = Math.toIntExact(order.head(hub));
            if (next == talk.get(hub).size()) {
                left.remove(hub);
                continue;
            }
            order.add(hub, next + 1L, talk.get(hub).get(next));
            if (random.nextInt(3) > 0) {
                order.settle();
            }
        }
        order.settle();
        return orders(order);
    }

    private static Map<String, Long> arriveAtOnce(Map<HubId, List<Map<HubId, Long>>> talk) {
        MessageOrder order = new MessageOrder();
        talk.forEach((hub, entries) -> {
            for (int i = 0; i < entries.size(); i++) {
                order.add(hub, i + 1L, entries.get(i));
            }
        });
        order.settle();
        return orders(order);
    }

    private static Map<String, Long> orders(MessageOrder order) {
        Map<String, Long> orders = new TreeMap<>();
        order.heads().forEach((hub, head) -> {
            for (long seq = 1; seq <= head; seq++) {
                orders.put(hub + "." + seq, order.of(hub, seq));
            }
        });
        return orders;
    }

    /** Each author claims some of what was said before, as if cut off from the rest. */
    private static Map<HubId, List<@Nullable Map<HubId, Long>>> honestTalk(Random random, int entries) {
        Map<HubId, List<@Nullable Map<HubId, Long>>> talk = new TreeMap<>();
        HUBS.forEach(hub -> talk.put(hub, new ArrayList<>()));
        for (int i = 0; i < entries; i++) {
            HubId hub = HUBS.get(random.nextInt(HUBS.size()));
            Map<HubId, Long> after = new TreeMap<>();
            talk.forEach((other, said) -> {
                if (!said.isEmpty() && random.nextBoolean()) {
                    after.put(other, 1L + random.nextInt(said.size()));
                }
            });
            talk.get(hub).add(random.nextInt(10) == 0 ? null : after);
        }
        return talk;
    }

    private static Map<HubId, List<@Nullable Map<HubId, Long>>> hostileTalk(Random random, int entries) {
        Map<HubId, List<@Nullable Map<HubId, Long>>> talk = new TreeMap<>();
        for (int i = 0; i < entries; i++) {
            Map<HubId, Long> after = new TreeMap<>();
            for (HubId hub : HUBS) {
                switch (random.nextInt(5)) {
                    case 0 -> after.put(hub, Long.MAX_VALUE - random.nextInt(3));
                    case 1, 2 -> after.put(hub, 1L + random.nextInt(entries));
                    default -> {}
                }
            }
            talk.computeIfAbsent(HUBS.get(random.nextInt(HUBS.size())), hub -> new ArrayList<>())
                    .add(random.nextInt(10) == 0 ? null : after);
        }
        return talk;
    }
}
