package org.huizhu.eligibility;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.Program;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a type-checked expression once more: what it uses, and words or dates in it that can never match. */
final class ExpressionReader {
    private static final Set<String> WORD_CALLS = Set.of("_==_", "_!=_", "@in", "@ongoing");

    private static final int FARTHEST = 40_000;

    private final FactModel model;
    private final CelAbstractSyntaxTree ast;
    private final YamlNode node;
    private final Faults faults;
    private final Set<FactField> reads = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private final Set<Period> shifts = new LinkedHashSet<>();
    private boolean monthly;

    ExpressionReader(FactModel model, CelAbstractSyntaxTree ast, YamlNode node, Faults faults) {
        this.model = model;
        this.ast = ast;
        this.node = node;
        this.faults = faults;
    }

    /** Of the pack's parameters those that change with time are named apart. */
    Expression read(Program program, Set<String> parameterNames, Set<String> changing) {
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .forEach(this::visit);
        boolean timed = names.contains("asOf") || names.stream().anyMatch(changing::contains);
        names.retainAll(parameterNames);
        return new Expression(program, reads, names, dates, shifts, timed, monthly);
    }

    private void visit(CelExpr expr) {
        ast.getReference(expr.id()).map(CelReference::name).ifPresent(name -> {
            FactField field = model.field(name.startsWith(Macros.HAS) ? name.substring(Macros.HAS.length()) : name);
            if (field != null) {
                reads.add(field);
            }
            names.add(name);
        });
        if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL) {
            call(expr.call());
        }
    }

    private void call(CelExpr.CelCall call) {
        List<CelExpr> args = call.args();
        switch (call.function()) {
            case "month" -> monthly = true;
            case "date" -> dateLiteral(Macros.text(args.get(0)));
            case "inArea" -> areaLiteral(Macros.text(args.get(1)));
            case "plusDays", "plusMonths", "plusYears" -> shift(call.function(), args.get(1));
            default -> {
                if (WORD_CALLS.contains(call.function())) {
                    words(call.function(), args);
                }
            }
        }
    }

    private void dateLiteral(@Nullable String text) {
        try {
            dates.add(LocalDate.parse(String.valueOf(text)));
        } catch (DateTimeParseException e) {
            faults.add(node, "date(…) needs a day written out", "write it as date(\"2026-11-23\")");
        }
    }

    private void areaLiteral(@Nullable String text) {
        if (text == null || !text.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            faults.add(node, "inArea(…) needs an area code", "write 2, 4, 6, 9 or 12 digits in quotes");
        }
    }

    private void shift(String function, CelExpr amount) {
        CelConstant constant = amount.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT ? amount.constant() : null;
        if (constant == null || constant.getKind() != CelConstant.Kind.INT64_VALUE) {
            faults.add(node, function + "(…) needs a number written out", "write for example plusMonths(day, 6)");
            return;
        }
        if (Math.abs(constant.int64Value()) > FARTHEST) {
            faults.add(node, function + "(…) moves the day too far", "write at most " + FARTHEST);
            return;
        }
        int n = Math.toIntExact(constant.int64Value());
        shifts.add(
                switch (function) {
                    case "plusDays" -> Period.ofDays(n);
                    case "plusMonths" -> Period.ofMonths(n);
                    default -> Period.ofYears(n);
                });
    }

    private void words(String function, List<CelExpr> args) {
        FactField fact = function.equals("@ongoing") ? kindOf(args.get(0)) : fact(args.get(0));
        CelExpr other = args.get(1);
        if (fact == null) {
            fact = fact(args.get(1));
            other = args.get(0);
        }
        if (fact == null || fact.values().isEmpty()) {
            return;
        }
        List<CelExpr> literals = other.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
                ? other.list().elements()
                : List.of(other);
        for (CelExpr literal : literals) {
            String word = Macros.text(literal);
            if (word != null && !fact.values().contains(word)) {
                faults.add(node, "'" + word + "' is never a value of " + fact.path(), "use one of " + fact.values());
            }
        }
    }

    private @Nullable FactField kindOf(CelExpr list) {
        FactField field = fact(list);
        return field == null ? null : field.items().get("kind");
    }

    /** The fact that an identifier, or a field of a list's element, stands for. */
    private @Nullable FactField fact(CelExpr expr) {
        String name = ast.getReference(expr.id()).map(CelReference::name).orElse("");
        if (!name.isEmpty() || expr.exprKind().getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return model.field(name);
        }
        String list =
                ast.getType(expr.select().operand().id()).map(FactTypes::listOf).orElse(null);
        FactField owner = list == null ? null : model.field(list);
        return owner == null ? null : owner.items().get(expr.select().field());
    }
}
