package org.ecsdelivery.aws;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads words of AWS's enumerations, which grow without warning. */
final class Words {
    private Words() {}

    /** Returns the constant of that name, or the one for words that are new or missing. */
    static <E extends Enum<E>> E known(Class<E> type, @Nullable String word, E unknown) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElse(unknown);
    }
}
