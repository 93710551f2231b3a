package org.huizhu.contracts;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** How a {@link Fact} stands in JSON. */
final class FactJson {

    private FactJson() {}

    static final class Writer extends ValueSerializer<Fact<?>> {

        @Override
        public boolean isEmpty(SerializationContext context, @Nullable Fact<?> fact) {
            return fact == null || fact instanceof Fact.Unknown;
        }

        @Override
        public void serialize(Fact<?> fact, JsonGenerator json, SerializationContext context) {
            if (fact instanceof Fact.Known<?>(Object value)) {
                context.writeValue(json, value);
            } else {
                json.writeNull();
            }
        }
    }

    static final class Reader extends ValueDeserializer<Fact<?>> {

        private final @Nullable JavaType content;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType type = property == null ? context.getContextualType() : property.getType();
            return new Reader(type.containedType(0));
        }

        @Override
        public Fact<?> deserialize(JsonParser json, DeserializationContext context) {
            if (content == null) {
                throw new IllegalStateException("a fact can only be read where its type is declared");
            }
            return Fact.of(context.<Object>readValue(json, content));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Fact.none();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Fact.unknown();
        }
    }
}
