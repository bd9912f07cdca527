package org.ecsdelivery.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Sets every field of a model of the SDK, down to the last, so that a field that the next SDK brings is set as well. */
final class FilledIn {
    private FilledIn() {}

    /** Sets every field of the builder, each to a value of its own. */
    static <B extends SdkPojo> B of(B builder) {
        builder.sdkFields().forEach(field -> field.set(builder, value(field, field.memberName())));
        return builder;
    }

    private static Object value(SdkField<?> field, String path) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            return List.of(value(member, path + ".0"), value(member, path + ".1"));
        }
        if (type == MarshallingType.MAP) {
            return Map.of("key", value(field.getTrait(MapTrait.class).valueFieldInfo(), path + ".value"));
        }
        if (type == MarshallingType.SDK_POJO) {
            return ((SdkBuilder<?, ?>) nested(field.constructor().get(), path)).build();
        }
        return scalar(type, path);
    }

    private static SdkPojo nested(SdkPojo builder, String path) {
        builder.sdkFields().forEach(field -> field.set(builder, value(field, path + "." + field.memberName())));
        return builder;
    }

    private static Object scalar(MarshallingType<?> type, String path) {
        Map<MarshallingType<?>, Object> values = Map.of(
                MarshallingType.STRING,
                path,
                MarshallingType.BOOLEAN,
                true,
                MarshallingType.INTEGER,
                path.hashCode(),
                MarshallingType.LONG,
                (long) path.hashCode(),
                MarshallingType.DOUBLE,
                path.hashCode() / 2.0,
                MarshallingType.INSTANT,
                Instant.ofEpochSecond(path.length()));
        if (!values.containsKey(type)) {
            throw new IllegalStateException("Teach this class to make a " + type + " for " + path);
        }
        return values.get(type);
    }
}
