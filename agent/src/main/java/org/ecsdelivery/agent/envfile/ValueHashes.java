package org.ecsdelivery.agent.envfile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ecsdelivery.engine.envfile.EnvVariable;

/** Stands for values that nobody may know: equal for equal values of one name, and of no use without the key. */
public final class ValueHashes {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    private ValueHashes(SecretKeySpec key) {
        this.key = key;
    }

    /** Takes the key that the server hands over, in hexadecimal; empty when that is none. */
    public static Optional<ValueHashes> under(String key) {
        try {
            byte[] bytes = HexFormat.of().parseHex(key);
            return bytes.length < SHORTEST_KEY
                    ? Optional.empty()
                    : Optional.of(new ValueHashes(new SecretKeySpec(bytes, ALGORITHM)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Returns the hash of a whole file. */
    public String of(String file) {
        return HexFormat.of().formatHex(mac().doFinal(file.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    /** Returns the hashes by name; the name goes into each, so that equal values of two names do not show. */
    public Map<String, String> of(List<EnvVariable> variables) {
        Mac mac = mac();
        Map<String, String> hashes = new LinkedHashMap<>();
        for (EnvVariable each : variables) {
            mac.update(each.name().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            hashes.put(
                    each.name(),
                    HexFormat.of().formatHex(mac.doFinal(each.value().getBytes(StandardCharsets.UTF_8))));
        }
        return hashes;
    }
}
