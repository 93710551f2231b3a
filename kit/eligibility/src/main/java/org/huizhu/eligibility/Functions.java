package org.huizhu.eligibility;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions and operators that packs may use, beside CEL's own logic, equality and lists. */
final class Functions {
    static final CelType DATE = OpaqueType.create("date");
    static final CelType DECIMAL = OpaqueType.create("decimal");

    private static final CelType INT = SimpleType.INT;
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType ANY_LIST = ListType.create(SimpleType.DYN);

    private final Map<String, List<CelOverloadDecl>> declared = new LinkedHashMap<>();
    private final Map<String, List<CelFunctionBinding>> bound = new LinkedHashMap<>();

    Functions() {
        compare("_<_", (a, b) -> Values.ordered(a, b, c -> c < 0));
        compare("_<=_", (a, b) -> Values.ordered(a, b, c -> c <= 0));
        compare("_>_", (a, b) -> Values.ordered(a, b, c -> c > 0));
        compare("_>=_", (a, b) -> Values.ordered(a, b, c -> c >= 0));
        arithmetic("_+_", (a, b) -> Values.add(a, b));
        arithmetic("_-_", (a, b) -> Values.subtract(a, b));
        arithmetic("_*_", (a, b) -> Values.multiply(a, b));
        binary("_/_", DECIMAL, DECIMAL, DECIMAL, Values::divide);
        binary("_/_", DECIMAL, DECIMAL, INT, Values::divide);
        binary("_/_", DECIMAL, INT, DECIMAL, Values::divide);
        binary("_/_", DECIMAL, INT, INT, Values::divide);
        binary("min", DECIMAL, DECIMAL, DECIMAL, Values::min);
        binary("max", DECIMAL, DECIMAL, DECIMAL, Values::max);
        unary("floor", INT, DECIMAL, Values::floor);
        dates();
        binary("inArea", BOOL, TEXT, TEXT, Values::inArea);
        unary("@present", BOOL, SimpleType.DYN, value -> value != None.NONE);
        unary("count", INT, ANY_LIST, list -> (long) ((List<?>) list).size());
        binary("@ongoing", BOOL, ANY_LIST, DATE, (list, on) -> Intervals.anyOngoing(list, null, (LocalDate) on));
        function(
                "@ongoing",
                BOOL,
                List.of(ANY_LIST, TEXT, DATE),
                args -> Intervals.anyOngoing(args[0], args[1], (LocalDate) args[2]));
    }

    private void dates() {
        unary("date", DATE, TEXT, text -> LocalDate.parse((String) text));
        unary("month", INT, DATE, date -> Values.ofDate(date, d -> (long) d.getMonthValue()));
        unary("year", INT, DATE, date -> Values.ofDate(date, d -> (long) d.getYear()));
        unary("startOfYear", DATE, DATE, date -> Values.ofDate(date, d -> d.withDayOfYear(1)));
        binary("plusDays", DATE, DATE, INT, (date, n) -> Values.ofDate(date, d -> d.plusDays((Long) n)));
        binary("plusMonths", DATE, DATE, INT, (date, n) -> Values.ofDate(date, d -> d.plusMonths((Long) n)));
        binary("plusYears", DATE, DATE, INT, (date, n) -> Values.ofDate(date, d -> d.plusYears((Long) n)));
        function("@age", INT, List.of(DATE, DATE, INT), args -> Birthday.age(args[0], args[1], (Long) args[2]));
    }

    List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> all = new ArrayList<>();
        declared.forEach((name, overloads) -> all.add(CelFunctionDecl.newFunctionDeclaration(name, overloads)));
        return all;
    }

    List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> all = new ArrayList<>();
        bound.forEach((name, overloads) -> all.addAll(CelFunctionBinding.fromOverloads(name, overloads)));
        return all;
    }

    private void compare(String name, CelFunctionOverload.Binary<Object, Object> body) {
        binary(name, BOOL, INT, INT, body);
        binary(name, BOOL, DATE, DATE, body);
        binary(name, BOOL, DECIMAL, DECIMAL, body);
        binary(name, BOOL, INT, DECIMAL, body);
        binary(name, BOOL, DECIMAL, INT, body);
    }

    private void arithmetic(String name, CelFunctionOverload.Binary<Object, Object> body) {
        binary(name, INT, INT, INT, body);
        binary(name, DECIMAL, DECIMAL, DECIMAL, body);
        binary(name, DECIMAL, INT, DECIMAL, body);
        binary(name, DECIMAL, DECIMAL, INT, body);
    }

    private void unary(String name, CelType result, CelType argument, CelFunctionOverload.Unary<Object> body) {
        String id = declare(name, result, List.of(argument));
        bind(name, CelFunctionBinding.from(id, Object.class, body));
    }

    private void binary(
            String name,
            CelType result,
            CelType first,
            CelType second,
            CelFunctionOverload.Binary<Object, Object> body) {
        String id = declare(name, result, List.of(first, second));
        bind(name, CelFunctionBinding.from(id, Object.class, Object.class, body));
    }

    private void function(String name, CelType result, List<CelType> arguments, CelFunctionOverload body) {
        String id = declare(name, result, arguments);
        List<Class<?>> classes = new ArrayList<>();
        arguments.forEach(argument -> classes.add(Object.class));
        bind(name, CelFunctionBinding.from(id, classes, body));
    }

    private String declare(String name, CelType result, List<CelType> arguments) {
        StringBuilder id =
                new StringBuilder(name.replaceAll("\\W", "")).append("op").append(name.hashCode() & 0xffff);
        arguments.forEach(argument -> id.append('_').append(argument.name()));
        CelOverloadDecl overload = CelOverloadDecl.newGlobalOverload(id.toString(), result, arguments);
        declared.computeIfAbsent(name, n -> new ArrayList<>()).add(overload);
        return id.toString();
    }

    private void bind(String name, CelFunctionBinding binding) {
        bound.computeIfAbsent(name, n -> new ArrayList<>()).add(binding);
    }
}
