package org.ecsdelivery.docker.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** The few forms of ASN.1 DER that it takes to wrap an older private key into PKCS#8 (ITU-T X.690, section 8). */
final class Der {
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    private Der() {}

    /** Wraps a key of the given algorithm (RFC 5208, section 5: PrivateKeyInfo). */
    static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return tagged(SEQUENCE, VERSION_0, tagged(SEQUENCE, algorithm), tagged(OCTET_STRING, key));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        all.writeBytes(length(content.size()));
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        byte[] digits = BigInteger.valueOf(length).toByteArray();
        int from = digits[0] == 0 ? 1 : 0;
        byte[] all = new byte[digits.length - from + 1];
        all[0] = (byte) (0x80 | digits.length - from);
        System.arraycopy(digits, from, all, 1, digits.length - from);
        return all;
    }

    /**
     * Finds the curve of an elliptic-curve key (RFC 5915: an object identifier in the element tagged [0]).
     *
     * @return the identifier with its tag and length
     * @throws IllegalArgumentException when the key names no curve
     */
    static byte[] curveOf(byte[] ecPrivateKey) {
        int at = contentOf(ecPrivateKey, 0);
        while (at < ecPrivateKey.length) {
            int content = contentOf(ecPrivateKey, at);
            if ((ecPrivateKey[at] & 0xff) == 0xa0) {
                return slice(ecPrivateKey, content, lengthOf(ecPrivateKey, at));
            }
            at = content + lengthOf(ecPrivateKey, at);
        }
        throw new IllegalArgumentException("the elliptic-curve key names no curve");
    }

    private static int contentOf(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int lengthOf(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return first < 0x80 ? first : new BigInteger(1, slice(der, at + 2, first & 0x7f)).intValueExact();
    }

    private static byte[] slice(byte[] bytes, int from, int length) {
        byte[] slice = new byte[length];
        System.arraycopy(bytes, from, slice, 0, length);
        return slice;
    }
}
