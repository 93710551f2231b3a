package org.huizhu.gateway.me;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizhu.gateway.me.Part.Status;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the services hold on one person, one JSON file a service, with a page in each language that explains it. */
@Component
class ExportArchive {

    private final MessageSource messages;
    private final JsonMapper json;

    ExportArchive(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    byte[] of(List<Part> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, "README.zh-CN.txt", readme(parts, Locale.SIMPLIFIED_CHINESE));
            add(zip, "README.txt", readme(parts, Locale.ENGLISH));
            for (Part part : parts) {
                if (part.answer() != null) {
                    add(
                            zip,
                            part.service() + ".json",
                            json.writerWithDefaultPrettyPrinter().writeValueAsString(part.answer()));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String readme(List<Part> parts, Locale language) {
        String files = parts.stream()
                .map(part ->
                        text("export.part." + part.status().name().toLowerCase(Locale.ROOT), language, part.service()))
                .collect(Collectors.joining("\n"));
        boolean whole = parts.stream().noneMatch(part -> part.status() == Status.UNAVAILABLE);
        return text("export.readme", language) + "\n\n" + files + "\n\n"
                + text(whole ? "export.whole" : "export.not-whole", language) + "\n";
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
