package org.ecsdelivery.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import jetbrains.buildServer.serverSide.SBuildType;

/**
 * The key of a build configuration, under which its builds hash the values of env files. It is made once and kept with the
 * configuration on the server: whoever has only the hashes, which builds publish, cannot try values against them.
 */
final class EnvFileKey {
    private static final String STORAGE = "ecs-delivery.envFile";
    private static final String NAME = "key";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private EnvFileKey() {}

    /** Returns the key, if a build has needed it before. */
    static Optional<String> of(SBuildType configuration) {
        return read(configuration.getCustomDataStorage(STORAGE));
    }

    /** Returns the key, making it for the first build; builds that start at the same time get the same one. */
    static synchronized String makeFor(SBuildType configuration) {
        CustomDataStorage storage = configuration.getCustomDataStorage(STORAGE);
        return read(storage).orElseGet(() -> {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            String made = HexFormat.of().formatHex(bytes);
            storage.putValue(NAME, made);
            storage.flush();
            return made;
        });
    }

    private static Optional<String> read(CustomDataStorage storage) {
        return Optional.ofNullable(storage.getValue(NAME))
                .filter(text -> FORM.matcher(text).matches());
    }
}
