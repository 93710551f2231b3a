package org.huizhu.eligibility;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CEL as one pack speaks it: its facts, its parameters, its declared choices; nothing else can be named. */
final class Language {
    private static final int LONGEST = 2_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(60)
            .comprehensionMaxIterations(10_000)
            .build();
    private static final Functions FUNCTIONS = new Functions();
    private static final StandardFunction[] STANDARD = {
        StandardFunction.EQUALS,
        StandardFunction.NOT_EQUALS,
        StandardFunction.IN,
        StandardFunction.INDEX,
        StandardFunction.LOGICAL_AND,
        StandardFunction.LOGICAL_OR,
        StandardFunction.LOGICAL_NOT,
        StandardFunction.CONDITIONAL,
        StandardFunction.NOT_STRICTLY_FALSE
    };
    private static final CelRuntime RUNTIME = runtime();

    private final FactModel model;
    private final Set<String> parameters;
    private final Set<String> changing;
    private final CelCompiler compiler;
    private final Faults faults;

    Language(FactModel model, PackSpec pack, Faults faults) {
        this.model = model;
        this.parameters = pack.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        this.changing = pack.parameters().stream()
                .filter(parameter -> parameter.rows().size() > 1)
                .map(Parameter::name)
                .collect(Collectors.toSet());
        this.compiler = compiler(model, pack);
        this.faults = faults;
    }

    private static CelCompiler compiler(FactModel model, PackSpec pack) {
        FactTypes types = new FactTypes(model);
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(STANDARD)
                        .build())
                .setTypeProvider(types)
                .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL)
                .addMacros(new Macros(model, pack.decisions()).all())
                .addFunctionDeclarations(FUNCTIONS.declarations())
                .addVar("asOf", Functions.DATE);
        for (FactField field : model.fields().values()) {
            builder.addVar(Macros.HAS + field.path(), SimpleType.BOOL);
            CelType type = types.variable(field);
            if (type != null) {
                builder.addVar(field.path(), type);
            }
        }
        pack.parameters().forEach(parameter -> builder.addVar(parameter.name(), parameter.type()));
        return builder.build();
    }

    private static CelRuntime runtime() {
        Set<String> kept = Arrays.stream(STANDARD).map(Enum::name).collect(Collectors.toCollection(HashSet::new));
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .includeFunctions(Arrays.stream(CelStandardFunctions.StandardFunction.values())
                                .filter(function -> kept.contains(function.name()))
                                .toList())
                        .build())
                .addFunctionBindings(FUNCTIONS.bindings())
                .build();
    }

    /** The compiled expression, or null with the reasons among the faults. */
    @Nullable
    Expression compile(YamlNode node, Collection<CelType> accepted) {
        String text = node.text();
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            faults.add(node, "this is not an expression", "write a rule of at most " + LONGEST + " characters");
            return null;
        }
        try {
            CelValidationResult result = compiler.compile(text);
            if (result.hasError()) {
                result.getErrors().forEach(issue -> report(node, text, issue));
                return null;
            }
            return checked(node, result.getAst(), accepted);
        } catch (CelValidationException | CelEvaluationException | RuntimeException e) {
            faults.add(node, "this is not an expression: " + e.getMessage(), "mend or simplify it");
            return null;
        }
    }

    private @Nullable Expression checked(YamlNode node, CelAbstractSyntaxTree ast, Collection<CelType> accepted)
            throws CelEvaluationException {
        if (!accepted.contains(ast.getResultType())) {
            String wanted = accepted.stream().map(CelType::name).sorted().collect(Collectors.joining(" or "));
            faults.add(node, "this gives a " + ast.getResultType().name(), "write something that gives " + wanted);
            return null;
        }
        int before = faults.count();
        Expression expression =
                new ExpressionReader(model, ast, node, faults).read(RUNTIME.createProgram(ast), parameters, changing);
        return faults.count() == before ? expression : null;
    }

    private void report(YamlNode node, String text, CelIssue issue) {
        int line = node.textLine() + Math.max(0, issue.getSourceLocation().getLine() - 1);
        String message = issue.getMessage().replace(" (in container '')", "").strip();
        String undeclared = undeclared(message);
        String name = nameAt(
                text,
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn());
        if (undeclared == null) {
            faults.add(node.file(), line, message, "see the pack format in kit/eligibility/README.md");
        } else if (name.startsWith(undeclared)) {
            faults.add(node.file(), line, "unknown fact or parameter '" + name + "'", "use one of " + similar(name));
        } else {
            String functions = "has, age, anyOngoing, inArea, count, date, month, year, startOfYear, plusDays, "
                    + "plusMonths, plusYears, min, max, floor, chosen";
            faults.add(node.file(), line, "unknown function '" + undeclared + "'", "use one of " + functions);
        }
    }

    private static @Nullable String undeclared(String message) {
        String start = "undeclared reference to '";
        return message.startsWith(start) ? message.substring(start.length(), message.length() - 1) : null;
    }

    private static String nameAt(String text, int line, int column) {
        String rest = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        String from = rest.substring(Math.min(column, rest.length()));
        String name = from.replaceFirst("[^\\w.].*$", "");
        return name.isEmpty() ? from : name;
    }

    private Set<String> similar(String name) {
        String first = name.replaceFirst("\\..*$", "");
        Set<String> similar = model.paths().stream()
                .filter(path -> path.startsWith(first + "."))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (similar.isEmpty()) {
            similar.addAll(
                    model.paths().stream().filter(path -> !path.contains(".")).toList());
            similar.addAll(parameters);
        }
        return similar;
    }
}
