package org.huizhu.gateway.desk.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * The file of a form as it comes in, never put down anywhere: the container's own reading of such forms is off.
 *
 * @param table whether its name is that of a table
 */
record ReceivedFile(InputStream content, boolean table) {

    private static final String PART = "file";
    private static final Pattern TABLE = Pattern.compile(".*\\.(csv|xlsx)");

    /** Empty if nobody chose one. */
    static Optional<ReceivedFile> of(HttpServletRequest request) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            return Optional.empty();
        }
        try {
            FileItemInputIterator parts =
                    new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>().getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (PART.equals(part.getFieldName()) && !part.isFormField()) {
                    return of(Objects.requireNonNullElse(part.getName(), ""), part);
                }
            }
            return Optional.empty();
        } catch (FileUploadException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<ReceivedFile> of(String name, FileItemInput part) throws IOException {
        if (name.isBlank()) {
            return Optional.empty();
        }
        boolean table = TABLE.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return Optional.of(new ReceivedFile(part.getInputStream(), table));
    }
}
