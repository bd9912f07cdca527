package org.ecsdelivery.common.news;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves that whoever says something has the key: HMAC-SHA256 over the parts, in hexadecimal. */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private Seal() {}

    /** Seals. */
    public static String of(String key, String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // its length first: two parts must not be taken for two others that read the same in one
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", missing);
        }
    }

    /** Tells whether a seal fits, in a time that does not tell how much of it does. */
    public static boolean fits(String seal, String key, String... parts) {
        return MessageDigest.isEqual(
                of(key, parts).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }
}
