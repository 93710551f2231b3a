package org.huizhu.eligibility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts' types as CEL's checker knows them; the element of a list fact is a struct named after the list. */
@SuppressWarnings("Immutable") // filled in the constructor, then only read
final class FactTypes implements CelTypeProvider {
    private static final String ITEM = "item.";

    private final Map<String, StructType> structs = new LinkedHashMap<>();

    FactTypes(FactModel model) {
        model.fields().values().forEach(this::declare);
    }

    private void declare(FactField field) {
        if (field.kind() == FactField.Kind.OBJECTS) {
            field.items().values().forEach(this::declare);
            structs.put(
                    ITEM + field.path(),
                    StructType.create(
                            ITEM + field.path(),
                            ImmutableSet.copyOf(field.items().keySet()),
                            name -> Optional.ofNullable(field.items().get(name)).map(this::type)));
        }
    }

    /** Null for a group, which rules can only ask {@code has(…)} of. */
    @Nullable
    CelType variable(FactField field) {
        return field.kind() == FactField.Kind.GROUP ? null : type(field);
    }

    private CelType type(FactField field) {
        return switch (field.kind()) {
            case TEXT -> SimpleType.STRING;
            case INTEGER -> SimpleType.INT;
            case NUMBER -> Functions.DECIMAL;
            case BOOLEAN -> SimpleType.BOOL;
            case DATE -> Functions.DATE;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case OBJECTS -> ListType.create(structs.getOrDefault(ITEM + field.path(), unknownStruct()));
            case GROUP -> SimpleType.DYN;
        };
    }

    private static StructType unknownStruct() {
        return StructType.create(ITEM, ImmutableSet.of(), name -> Optional.empty());
    }

    /** The list whose element this type describes, or null. */
    static @Nullable String listOf(CelType type) {
        return type.name().startsWith(ITEM) ? type.name().substring(ITEM.length()) : null;
    }

    @Override
    public ImmutableList<CelType> types() {
        return ImmutableList.copyOf(structs.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(structs.get(name));
    }
}
