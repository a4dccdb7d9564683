package id.jipp.ui.api;

import id.jipp.core.innovation.ImportReport;
import id.jipp.core.innovation.ImportUndo;
import id.jipp.core.innovation.Imports;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes innovations in from a table, and takes an import back. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "import")
class ImportApi {
    private static final int NAME_LENGTH_MAX = 200;

    private final Imports imports;
    private final CurrentPerson current;
    private final ApiWords words;

    ImportApi(Imports imports, CurrentPerson current, ApiWords words) {
        this.imports = imports;
        this.current = current;
        this.words = words;
    }

    /** @param id for undo; null for a dry run */
    record Report(@Nullable String id, List<Row> rows, int added, int skipped, Map<String, String> columns) {}

    /** @param row its number in the file, the first row under the header being 2 */
    record Row(
            int row,
            String state,
            String title,
            List<ApiProblem.FieldProblem> problems,
            @Nullable String duplicateOf,
            @Nullable String innovationId) {}

    /** @param kept how many stay because somebody changed, confirmed or retired them since */
    record Undone(String id, int removed, int kept) {}

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "importInnovations",
            summary = "Judges the rows of a CSV or XLSX file; with dryRun=false also publishes those that are ready")
    Report take(
            @RequestPart("file") MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun, Locale locale)
            throws IOException {
        Person person = current.require();
        String name = name(file);
        try (InputStream bytes = file.getInputStream()) {
            Outcome<ImportReport> outcome =
                    dryRun ? imports.preview(name, bytes, person) : imports.run(name, bytes, person);
            if (outcome instanceof Outcome.Refused<ImportReport> refused && refused.why() == Outcome.Why.LIMIT) {
                throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, refused.problems());
            }
            return report(Refusal.orValue(outcome), locale);
        }
    }

    @PostMapping("/imports/{id}/undo")
    @Operation(operationId = "undoImport", summary = "Takes back exactly what that import added, here and at the peers")
    Undone undo(@PathVariable String id) {
        ImportUndo undo = Refusal.orValue(imports.undo(id, current.require()));
        return new Undone(id, undo.withdrawn(), undo.kept());
    }

    private Report report(ImportReport report, Locale locale) {
        return new Report(
                report.id(),
                report.rows().stream()
                        .map(row -> new Row(
                                row.row(),
                                row.state().name().toLowerCase(Locale.ROOT),
                                row.title(),
                                words.errors(row.problems(), locale),
                                text(row.duplicateOf()),
                                text(row.innovationId())))
                        .toList(),
                report.added(),
                report.skipped(),
                report.columns());
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        if (name == null) {
            return "";
        }
        return name.length() > NAME_LENGTH_MAX ? name.substring(name.length() - NAME_LENGTH_MAX) : name;
    }
}
