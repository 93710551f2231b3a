package org.huizhu.gateway.portal.record;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huizhu.gateway.me.FileOfMine;
import org.huizhu.gateway.me.FileOfMine.Looked;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Acting;
import org.huizhu.gateway.portal.acting.Whom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Who looked at the file, and the download of everything that is held on it. */
@Controller
class RecordPages {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final MediaType ZIP = MediaType.valueOf("application/zip");
    private static final int SIZE = 50;

    private final FileOfMine file;
    private final Acting acting;
    private final Words words;

    RecordPages(FileOfMine file, Acting acting, Words words) {
        this.file = file;
        this.acting = acting;
        this.words = words;
    }

    /** One look at the file. */
    record Look(
            String when, String who, String what, @Nullable String purpose, String where) {}

    @GetMapping("/me/reads")
    @PreAuthorize(PEOPLE)
    String reads(
            @RequestParam(defaultValue = "") String before,
            Whom whom,
            HttpServletRequest request,
            Locale language,
            Model model) {
        Looked looked =
                file.whoLooked(whom.resident(), before, SIZE, spoken(language)).orElse(null);
        if (looked == null) {
            return notTheirs(whom, request);
        }
        model.addAttribute("missing", names(looked.missing(), language));
        model.addAttribute(
                "looks",
                looked.reads().stream().map(each -> look(each, language)).toList());
        String next = looked.before();
        model.addAttribute(
                "pages",
                Pages.onward(before.isEmpty(), "/me/reads", next == null ? null : "/me/reads?before=" + next, ""));
        return "portal/record/reads";
    }

    private Look look(JsonNode each, Locale language) {
        String roles = each.path("office")
                .path("roles")
                .valueStream()
                .map(role -> role.path("text").asString(""))
                .collect(Collectors.joining(words.text("join.items", language)));
        JsonNode area = each.path("office").path("area");
        String who = area.isString()
                ? roles + words.text("join.fields", language) + words.value("area", area, language)
                : roles;
        return new Look(
                words.moment(Instant.parse(each.path("at").asString()), language),
                who.isEmpty() ? words.text("reads.somebody", language) : who,
                each.path("action").path("text").asString(""),
                each.path("purpose").path("text").asString(null),
                words.known("service", each.path("service").asString(""), language));
    }

    @GetMapping("/me/data")
    @PreAuthorize(PEOPLE)
    String data(Whom whom) {
        return "portal/record/data";
    }

    @GetMapping("/me/data/download")
    @PreAuthorize(PEOPLE)
    ResponseEntity<byte[]> download(Whom whom, HttpServletRequest request, Locale language) {
        byte[] archive = file.export(whom.resident(), spoken(language)).orElse(null);
        if (archive == null && !whom.own()) {
            throw acting.over(request);
        }
        return archive == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(ZIP)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("huizhu-export.zip")
                                        .build()
                                        .toString())
                        .body(archive);
    }

    private String notTheirs(Whom whom, HttpServletRequest request) {
        if (!whom.own()) {
            throw acting.over(request);
        }
        return "portal/no-file";
    }

    /** Without the variant for plain words, which services do not know. */
    private static Locale spoken(Locale language) {
        return Locale.of(language.getLanguage(), language.getCountry());
    }

    private List<String> names(List<String> services, Locale language) {
        return services.stream()
                .map(service -> words.known("service", Objects.requireNonNull(service), language))
                .toList();
    }
}
