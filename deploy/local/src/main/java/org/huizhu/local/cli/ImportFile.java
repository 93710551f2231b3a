package org.huizhu.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huizhu.local.api.ApiRefused;
import org.huizhu.local.api.FileImport;
import org.huizhu.local.api.PlatformApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "import",
        description = {
            "Import a file of residents (CSV in UTF-8 or GB18030, or XLSX).",
            "Good rows go in; the others are written to a file to correct, beside the first. Exit code 2 if there are any."
        })
final class ImportFile implements Callable<Integer> {

    private static final int SOME_REJECTED = 2;
    private static final int SHOWN_ERRORS = 10;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "<file>")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("There is no readable file " + file + ": check the name.");
        }
        var out = spec.commandLine().getOut();
        try (var api = new PlatformApi(Running.required(home.platform()));
                var progress = new ShownProgress(out)) {
            progress.doing("import", "sending");
            var ended = new FileImport(api)
                    .run(
                            file,
                            state -> progress.doing(
                                    "import", ImportState.of(state).words()));
            progress.done("import", ImportState.of(ended).words());
            return report(api, ended, out);
        } catch (ApiRefused refused) {
            throw new Refusal("The file was refused. " + refused.getMessage());
        }
    }

    private int report(PlatformApi api, JsonNode ended, PrintWriter out) throws IOException {
        var state = ImportState.of(ended);
        if (state.failed()) {
            ended.path("faults").forEach(fault -> out.println("  " + words(fault)));
            return 1;
        }
        if (state.rejected() == 0) {
            return 0;
        }
        var path = "/api/identity/imports/" + ended.path("id").asString();
        var errors = api.get(path + "/errors?size=" + SHOWN_ERRORS);
        errors.path("items").valueStream().limit(SHOWN_ERRORS).forEach(error -> out.println("  " + words(error)));
        var toCorrect = file.resolveSibling(file.getFileName() + "-to-correct.csv");
        Files.writeString(toCorrect, api.text(path + "/errors.csv"));
        out.println("All rejected rows, each with its reason, are in " + toCorrect
                + ": correct them there and import that file.");
        return SOME_REJECTED;
    }

    private static String words(JsonNode error) {
        var row = error.has("row") ? "row " + error.path("row").asInt() + ", " : "";
        var column = error.has("column") ? error.path("column").asString() + ": " : "";
        return row + column + error.path("message").asString(error.toString());
    }
}
