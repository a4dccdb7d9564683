package id.jipp.core.room;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What was entered, cleaned, and what is wrong with it. */
record RoomRules(String title, String purpose, List<String> topics, String text, List<Problem> problems) {
    private static final Pattern CLIENT_ID = Pattern.compile(
            "[A-Za-z0-9_.:-]{%d,%d}".formatted(RoomLimits.CLIENT_ID_CHARS_MIN, RoomLimits.CLIENT_ID_CHARS_MAX));

    static RoomRules ofNewRoom(String title, String purpose, List<String> topics, Set<HubId> invited) {
        List<Problem> problems = new ArrayList<>();
        String plainTitle = Plain.line(title, Integer.MAX_VALUE);
        String plainPurpose = Plain.text(purpose, Integer.MAX_VALUE);
        List<String> plainTopics = topics.stream()
                .map(topic -> Plain.line(topic, Integer.MAX_VALUE))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
        required("title", plainTitle, problems);
        atMost("title", plainTitle, RoomLimits.TITLE_CHARS_MAX, problems);
        atMost("purpose", plainPurpose, RoomLimits.PURPOSE_CHARS_MAX, problems);
        plainTopics.forEach(topic -> atMost("topics", topic, RoomLimits.TOPIC_CHARS_MAX, problems));
        if (plainTopics.size() > RoomLimits.TOPICS_MAX) {
            problems.add(Problem.of("topics", "too-many", RoomLimits.TOPICS_MAX, plainTopics.size()));
        }
        if (invited.size() > RoomLimits.HUBS_MAX - 1) {
            problems.add(Problem.of("hubs", "too-many", RoomLimits.HUBS_MAX - 1, invited.size()));
        }
        List<String> atLeastOne = plainTopics.isEmpty() ? List.of(Topics.DEFAULT) : plainTopics;
        return new RoomRules(plainTitle, plainPurpose, atLeastOne, "", problems);
    }

    static RoomRules ofMessage(String clientId, String topic, String text, List<String> topics) {
        List<Problem> problems = new ArrayList<>();
        if (!CLIENT_ID.matcher(clientId).matches()) {
            problems.add(Problem.of(
                    "clientId", "client-id", RoomLimits.CLIENT_ID_CHARS_MIN, RoomLimits.CLIENT_ID_CHARS_MAX));
        }
        if (!topic.isEmpty() && !topics.contains(topic)) {
            problems.add(Problem.of("topic", "unknown-topic"));
        }
        String plain = Plain.text(text, Integer.MAX_VALUE);
        required("text", plain, problems);
        atMost("text", plain, RoomLimits.TEXT_CHARS_MAX, problems);
        return new RoomRules("", "", topics, plain, problems);
    }

    private static void required(String field, String text, List<Problem> problems) {
        if (text.isEmpty()) {
            problems.add(Problem.of(field, "required"));
        }
    }

    private static void atMost(String field, String text, int charsMax, List<Problem> problems) {
        if (text.length() > charsMax) {
            problems.add(Problem.of(field, "too-long", charsMax, text.length()));
        }
    }
}
