package org.huizhu.eligibility;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short forms that packs may write: {@code has}, {@code age}, {@code anyOngoing}, {@code chosen}. */
@SuppressWarnings("Immutable") // model and decisions are never changed once a pack is read
final class Macros {
    static final String HAS = "has.";

    private final FactModel model;
    private final Map<String, String> decisions;

    Macros(FactModel model, Map<String, String> decisions) {
        this.model = model;
        this.decisions = decisions;
    }

    List<CelMacro> all() {
        return List.of(
                CelMacro.newGlobalMacro("has", 1, (factory, target, args) -> Optional.of(has(factory, args.get(0)))),
                CelMacro.newGlobalMacro("age", 1, (factory, target, args) -> Optional.of(age(factory, args.get(0)))),
                CelMacro.newGlobalMacro(
                        "anyOngoing", 1, (factory, target, args) -> Optional.of(ongoing(factory, args))),
                CelMacro.newGlobalMacro(
                        "anyOngoing", 2, (factory, target, args) -> Optional.of(ongoing(factory, args))),
                CelMacro.newGlobalMacro("chosen", 2, (factory, target, args) -> Optional.of(chosen(factory, args))));
    }

    private CelExpr has(CelMacroExprFactory factory, CelExpr fact) {
        String path = path(fact);
        return path != null && model.field(path) != null
                ? factory.newIdentifier(HAS + path)
                : factory.newGlobalCall("@present", fact);
    }

    private CelExpr age(CelMacroExprFactory factory, CelExpr on) {
        boolean dayAfter = Decisions.DAY_AFTER.equals(decisions.get(Decisions.AGE_REACHED));
        boolean firstOfMarch = Decisions.FIRST_OF_MARCH.equals(decisions.get(Decisions.LEAP_DAY));
        CelExpr rule = factory.newIntLiteral(Birthday.rule(dayAfter, firstOfMarch));
        return factory.newGlobalCall("@age", factory.newIdentifier("birthDate"), on, rule);
    }

    private CelExpr ongoing(CelMacroExprFactory factory, ImmutableList<CelExpr> args) {
        CelExpr today = factory.newIdentifier("asOf");
        return args.size() == 1
                ? factory.newGlobalCall("@ongoing", args.get(0), today)
                : factory.newGlobalCall("@ongoing", args.get(0), args.get(1), today);
    }

    private CelExpr chosen(CelMacroExprFactory factory, ImmutableList<CelExpr> args) {
        String question = text(args.get(0));
        String choice = text(args.get(1));
        if (question == null || choice == null || !decisions.containsKey(question)) {
            return factory.reportError("chosen() needs a decision that the pack declares under 'decisions'");
        }
        if (!Decisions.KNOWN.getOrDefault(question, List.of()).contains(choice)) {
            return factory.reportError("%s has no choice '%s'".formatted(question, choice));
        }
        return factory.newBoolLiteral(choice.equals(decisions.get(question)));
    }

    static @Nullable String text(CelExpr expr) {
        boolean literal = expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return literal ? expr.constant().stringValue() : null;
    }

    private static @Nullable String path(CelExpr expr) {
        return switch (expr.exprKind().getKind()) {
            case IDENT -> expr.ident().name();
            case SELECT -> {
                String parent = path(expr.select().operand());
                yield parent == null ? null : parent + "." + expr.select().field();
            }
            default -> null;
        };
    }
}
