package id.jipp.ui.api;

import id.jipp.core.innovation.Imports;
import id.jipp.core.material.Manifest;
import id.jipp.sync.parcel.ParcelLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How large the body of a request may be: a text of the API {@link #TEXT_BYTES_MAX} (and it is UTF-8), a file of a
 * seminar as large as {@link Manifest} allows, a parcel as large as a disk, everything else as large as a file for the
 * import. What says itself that it is larger is refused unread; what does not say is cut off
 * there.
 */
@Component
class BodyBound extends OncePerRequestFilter {
    static final int TEXT_BYTES_MAX = 1 << 20;

    /** What a form adds around its file. */
    private static final int FORM_BYTES_MAX = 64 << 10;

    private static final long STREAM_BYTES_MAX = Manifest.FILE_BYTES_MAX + FORM_BYTES_MAX;
    private static final Pattern FORMS_WITH_FILES = Pattern.compile("/api/v1/seminars/[^/]+/materials");

    private final ApiErrors errors;

    BodyBound(ApiErrors errors) {
        this.errors = errors;
    }

    /** The same bound for the container, which takes forms apart by itself. */
    static MultipartConfigElement ofForms() {
        return new MultipartConfigElement("", Imports.FILE_BYTES_MAX, Imports.FILE_BYTES_MAX + FORM_BYTES_MAX, 0);
    }

    /** Whether the body is a file that whoever takes it reads piece by piece, and may be as large as a file can be. */
    static boolean isStream(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("PATCH") && path.startsWith("/api/v1/uploads/")
                || isForm(request) && FORMS_WITH_FILES.matcher(path).matches();
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        String form = MediaType.MULTIPART_FORM_DATA_VALUE;
        return type != null && type.regionMatches(true, 0, form, 0, form.length());
    }

    /** A stream of bytes to the one address that takes one. */
    static boolean isParcel(HttpServletRequest request) {
        String type = request.getContentType();
        String bytes = MediaType.APPLICATION_OCTET_STREAM_VALUE;
        return request.getRequestURI().equals("/api/v1/parcel")
                && type != null
                && type.regionMatches(true, 0, bytes, 0, bytes.length());
    }

    static Refusal parcelTooLarge() {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "", "parcel-too-large", ParcelLimits.PARCEL_BYTES_MAX >> 30);
    }

    static Refusal fileTooLarge() {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "file", "file-too-large", Imports.FILE_BYTES_MAX >> 20);
    }

    static Refusal textTooLarge() {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "", "body-too-large", TEXT_BYTES_MAX >> 20);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean inChunks = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!inChunks && request.getContentLengthLong() <= 0) {
            chain.doFilter(request, response);
        } else if (isParcel(request)) {
            parcel(request, response, chain);
        } else if (isStream(request)) {
            stream(request, response, chain);
        } else if (isOfApi(request) && !isForm(request)) {
            text(request, response, chain);
        } else if (request.getContentLengthLong() > Imports.FILE_BYTES_MAX + FORM_BYTES_MAX) {
            refuseFile(request, response);
        } else if (inChunks) {
            file(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Jackson reads some bytes that are no UTF-8, each library in its own way; here they are refused for all. */
    private void text(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > TEXT_BYTES_MAX) {
            errors.write(request, response, textTooLarge());
            return;
        }
        byte[] body = request.getInputStream().readNBytes(TEXT_BYTES_MAX + 1);
        if (body.length > TEXT_BYTES_MAX) {
            errors.write(request, response, textTooLarge());
        } else if (!isUtf8(body)) {
            errors.write(request, response, Refusal.of(HttpStatus.BAD_REQUEST, "", "not-utf8"));
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    private void parcel(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > ParcelLimits.PARCEL_BYTES_MAX) {
            errors.write(request, response, parcelTooLarge());
        } else {
            chain.doFilter(new CountedBody(request, ParcelLimits.PARCEL_BYTES_MAX), response);
        }
    }

    private void stream(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > STREAM_BYTES_MAX) {
            errors.write(request, response, streamTooLarge());
            return;
        }
        try {
            chain.doFilter(new CountedBody(request, STREAM_BYTES_MAX), response);
        } catch (BodyTooLarge cut) {
            errors.write(request, response, streamTooLarge());
        }
    }

    private static Refusal streamTooLarge() {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "file", "file-too-large", Manifest.FILE_BYTES_MAX >> 20);
    }

    private void file(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new CountedBody(request, Imports.FILE_BYTES_MAX + FORM_BYTES_MAX), response);
        } catch (BodyTooLarge cut) {
            refuseFile(request, response);
        }
    }

    private void refuseFile(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (isOfApi(request)) {
            errors.write(request, response, fileTooLarge());
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    private static boolean isOfApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
