package id.jipp.ui.api;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.sync.parcel.ParcelOrder;
import id.jipp.sync.parcel.ParcelProgress;
import id.jipp.sync.parcel.ParcelTaken;
import id.jipp.sync.parcel.Parcels;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.ParcelWords;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes parcels and takes them in, as a stream either way. */
@RestController
@RequestMapping("/api/v1/parcel")
@Tag(name = "hub")
class ParcelApi {
    private static final int BUFFER_BYTES = 128 * 1024;

    private final Parcels parcels;
    private final CurrentPerson current;
    private final ParcelWords parcelWords;
    private final HubNames names;
    private final ApiWords words;

    ParcelApi(Parcels parcels, CurrentPerson current, ParcelWords parcelWords, HubNames names, ApiWords words) {
        this.parcels = parcels;
        this.current = current;
        this.parcelWords = parcelWords;
        this.names = names;
        this.words = words;
    }

    /**
     * @param link {@code linked}, {@code linked_now} or {@code asking}
     * @param left entries that were not taken, for the reasons in {@code leftOut}
     * @param stopped why the parcel could not be read to its end; null if it was
     * @param sentences all of it for people
     */
    record TakenView(
            String from,
            OffsetDateTime made,
            String link,
            long entries,
            long known,
            long left,
            List<LeftView> leftOut,
            int files,
            int filesKnown,
            int filesLeft,
            long bytes,
            ApiProblem.@Nullable FieldProblem stopped,
            List<String> sentences) {}

    record LeftView(String hub, String stream, ApiProblem.FieldProblem why) {}

    @GetMapping
    @Operation(
            operationId = "makeParcel",
            summary = "A parcel of signed entries and files for one hub, or of public entries for anybody",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The parcel; without its end it is not whole",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    void make(
            @Parameter(description = "the id of the hub it is for; anybody without it")
                    @RequestParam(name = "for", required = false)
                    @Nullable
                    String recipient,
            @Parameter(description = "all that hub may have, not only what it is not known to hold")
                    @RequestParam(defaultValue = "false")
                    boolean everything,
            @Parameter(description = "none, all, or how many MB a file may have") @RequestParam(defaultValue = "none")
                    String files,
            HttpServletResponse response)
            throws IOException {
        Person person = current.require();
        ParcelOrder order = new ParcelOrder(hub(recipient), everything, fileBytesMax(files));
        Refusal.orValue(parcels.mayMake(order, person));
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName(order))
                        .build()
                        .toString());
        Refusal.orValue(parcels.make(order, person, response.getOutputStream(), ParcelProgress.UNHEARD));
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "takeParcel",
            summary = "Takes a parcel in, as far as it is right and may be had; a second time changes nothing",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    TakenView take(HttpServletRequest request, Locale locale) throws IOException {
        Person person = current.require();
        BufferedInputStream body = new BufferedInputStream(request.getInputStream(), BUFFER_BYTES);
        return view(Refusal.orValue(parcels.take(body, person, ParcelProgress.UNHEARD)), locale);
    }

    private TakenView view(ParcelTaken taken, Locale locale) {
        Problem stopped = taken.stopped();
        return new TakenView(
                taken.from().value(),
                taken.made().atOffset(ZoneOffset.UTC),
                taken.link().name().toLowerCase(Locale.ROOT),
                taken.entries(),
                taken.known(),
                taken.left(),
                taken.leftOut().stream()
                        .map(left -> new LeftView(
                                left.stream().hub().value(),
                                left.stream().name().value(),
                                words.errors(List.of(left.why()), locale).getFirst()))
                        .toList(),
                taken.files(),
                taken.filesKnown(),
                taken.filesLeft(),
                taken.bytes(),
                stopped == null ? null : words.errors(List.of(stopped), locale).getFirst(),
                parcelWords.taken(taken, names::of, locale));
    }

    private String fileName(ParcelOrder order) {
        HubId recipient = order.recipient();
        return names.own() + (recipient == null ? "" : "-" + recipient) + ".jipp";
    }

    private static @Nullable HubId hub(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new HubId(text.strip());
        } catch (IllegalArgumentException wrong) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "for", "unreadable-value");
        }
    }

    private static long fileBytesMax(String text) {
        return ParcelOrder.fileBytesMax(text)
                .orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, "files", "parcel-files"));
    }
}
