package org.ecsdelivery.docker.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as PEM text, in each of the forms that openssl writes (RFC 7468; PKCS#1 and SEC 1 for older files). */
final class PrivateKeyPem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----(.+?)-----END \\1-----", Pattern.DOTALL);
    /** {@code rsaEncryption} with its NULL parameter (RFC 8017, appendix A). */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
    /** {@code id-ecPublicKey}, to be followed by the curve (RFC 5480, section 2.1). */
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeyPem() {}

    static PrivateKey parse(String text) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("there is no private key in it");
        }
        String form = block.group(1);
        if (form.startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw new GeneralSecurityException("the key is encrypted with a pass phrase; Docker wants it plain");
        }
        byte[] der = decoded(block.group(2));
        return switch (form) {
            case "PRIVATE KEY" -> ofAnyAlgorithm(der);
            case "RSA PRIVATE KEY" -> of("RSA", Der.pkcs8(RSA, der));
            case "EC PRIVATE KEY" -> of("EC", Der.pkcs8(ecWithCurveOf(der), der));
            default -> throw new GeneralSecurityException("'" + form + "' is no form of key that is understood here");
        };
    }

    private static byte[] decoded(String base64) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new GeneralSecurityException("the key is not whole", broken);
        }
    }

    private static byte[] ecWithCurveOf(byte[] der) throws GeneralSecurityException {
        try {
            byte[] curve = Der.curveOf(der);
            byte[] all = new byte[EC.length + curve.length];
            System.arraycopy(EC, 0, all, 0, EC.length);
            System.arraycopy(curve, 0, all, EC.length, curve.length);
            return all;
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new GeneralSecurityException("the elliptic-curve key is not whole or names no curve", broken);
        }
    }

    /** PKCS#8 names its algorithm; the JDK wants to be told, so each is tried. */
    private static PrivateKey ofAnyAlgorithm(byte[] pkcs8) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no algorithm was tried");
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return of(algorithm, pkcs8);
            } catch (GeneralSecurityException other) {
                last = other;
            }
        }
        throw new GeneralSecurityException("the key is of no algorithm that Java knows here", last);
    }

    private static PrivateKey of(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }
}
