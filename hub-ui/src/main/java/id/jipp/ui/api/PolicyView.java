package id.jipp.ui.api;

import id.jipp.core.log.Hash;
import id.jipp.core.outcome.Problem;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.PeerPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What passes between us and one hub, per kind of thing, as it is told and as it is asked for. */
record PolicyView(
        @Schema(
                description = "none, send, receive, both, or reference: both ways, but of theirs only title, agency and"
                        + " area are shown here",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String records,

        @Schema(description = "none, send, receive or both", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String rooms,

        @Schema(description = "None given: as it is; for a new link small files come by themselves") @Nullable
        Files files) {

    record Files(
            @Schema(description = "Whether that hub may fetch the bytes of files it knows of") @Nullable
            Boolean gives,

            @Schema(description = "none, on_request, under (by themselves if they are small) or all") @Nullable
            String take,

            @Schema(description = "How large one may be with under; 0 for no limit") @Nullable
            Integer megabytesMax,

            @Schema(description = "Whether they come by themselves only at night") @Nullable
            Boolean overnight,

            @Schema(description = "0 for no limit") @Nullable
            Integer kilobytesPerSecondMax) {}

    static PolicyView of(PeerPolicy policy) {
        FilePolicy files = policy.files();
        return new PolicyView(
                code(policy.records()),
                code(policy.rooms()),
                new Files(
                        files.gives(),
                        code(files.take()),
                        files.megabytesMax(),
                        files.overnight(),
                        files.kilobytesPerSecondMax()));
    }

    /** @param before what is not said stays so */
    PeerPolicy policy(FilePolicy before) {
        Direction ofRooms = direction("rooms", rooms);
        if (ofRooms == Direction.REFERENCE) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "rooms", "rooms-not-referred-to");
        }
        return new PeerPolicy(direction("records", records), ofRooms, files == null ? before : files(files, before));
    }

    private static FilePolicy files(Files asked, FilePolicy before) {
        FilePolicy.Take take = Codes.oneOf("files.take", asked.take(), FilePolicy.Take.values());
        return new FilePolicy(
                asked.gives() == null ? before.gives() : asked.gives(),
                take == null ? before.take() : take,
                bounded("files.megabytesMax", asked.megabytesMax(), before.megabytesMax(), FilePolicy.MEGABYTES_MAX),
                asked.overnight() == null ? before.overnight() : asked.overnight(),
                bounded(
                        "files.kilobytesPerSecondMax",
                        asked.kilobytesPerSecondMax(),
                        before.kilobytesPerSecondMax(),
                        FilePolicy.KILOBYTES_PER_SECOND_MAX));
    }

    private static int bounded(String field, @Nullable Integer asked, int before, int most) {
        int wanted = asked == null ? before : asked;
        if (wanted < 0 || wanted > most) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, field, "out-of-range", 0, most);
        }
        return wanted;
    }

    private static Direction direction(String field, @Nullable String code) {
        Direction direction = Codes.oneOf(field, code, Direction.values());
        if (direction == null) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, field, "required");
        }
        return direction;
    }

    /** What a change must name in {@code If-Match}: the same for the same policy. */
    static String tag(PeerPolicy policy) {
        String hash =
                Hash.sha256(policy.toString().getBytes(StandardCharsets.UTF_8)).toString();
        return "\"" + hash.substring(0, 16) + "\"";
    }

    /** @throws Refusal unless the change is meant for that policy */
    static void check(@Nullable String ifMatch, PeerPolicy now) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "If-Match", "if-match-required");
        }
        String given = ifMatch.strip();
        if (!given.equals("*") && !given.replaceFirst("^W/", "").equals(tag(now))) {
            throw stale();
        }
    }

    static Refusal stale() {
        return Refusal.of(
                HttpStatus.PRECONDITION_FAILED, java.util.List.of(Problem.of("If-Match", "peer-policy-changed")));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
