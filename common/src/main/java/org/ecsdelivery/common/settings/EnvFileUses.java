package org.ecsdelivery.common.settings;

import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** Reads how a step uses an env file; the steps have parameters of their own for it. */
final class EnvFileUses {
    private EnvFileUses() {}

    static Optional<EnvFileUse> read(ParameterReader reader, Parameter file, Parameter as) {
        Optional<String> path = reader.optional(file, text -> text);
        EnvFileUse.As how = reader.optional(as, text -> TextForms.constant(EnvFileUse.As.class, text))
                .orElse(EnvFileUse.As.SECRETS);
        return path.map(each -> EnvFileUse.of(each, how));
    }
}
