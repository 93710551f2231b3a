package org.huizhu.identity.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * The file in a request, as a stream: the part {@code file} of a form, or the whole body. The container's own reading of
 * forms is off, because it spools large parts to a temporary file in clear.
 */
public final class UploadedFile {

    private static final String PART = "file";

    private UploadedFile() {}

    /** Its content, as it comes. */
    public static InputStream of(HttpServletRequest request) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            return request.getInputStream();
        }
        try {
            FileItemInputIterator parts =
                    new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>().getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (PART.equals(part.getFieldName()) && !part.isFormField()) {
                    return part.getInputStream();
                }
            }
        } catch (FileUploadException malformed) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        throw Problem.faults("import-no-file", List.of(Fault.of(PART, "required")));
    }
}
