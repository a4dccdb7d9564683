package id.jipp.ui.api;

import id.jipp.core.foundation.HubVerifier;
import id.jipp.core.person.Role;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets whoever runs the node check all of it while it runs. One check at a time. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "hub")
class VerifyApi {
    private final HubVerifier verifier;
    private final CurrentPerson current;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    VerifyApi(HubVerifier verifier, CurrentPerson current) {
        this.verifier = verifier;
        this.current = current;
    }

    record VerifyView(
            boolean ok,
            List<HubApi.StreamView> streams,
            String publicDigest,
            long entries,
            long erased,
            long innovations,
            long files,
            List<String> notes,
            List<String> problems) {}

    @GetMapping("/verify")
    @Operation(
            operationId = "verify",
            summary = "Checks every signature and chain, what is derived from them, and every file")
    VerifyView verify() {
        if (!current.require().is(Role.ADMIN)) {
            throw new AccessDeniedException("Only an admin may have everything checked");
        }
        oneAtATime.lock();
        try {
            HubVerifier.Report report = verifier.verify();
            return new VerifyView(
                    report.isOk(),
                    report.digest().heads().stream().map(HubApi.StreamView::of).toList(),
                    report.digest().publicDigest().toString(),
                    report.entries(),
                    report.erased(),
                    report.innovations(),
                    report.files(),
                    report.notes(),
                    report.problems());
        } finally {
            oneAtATime.unlock();
        }
    }
}
