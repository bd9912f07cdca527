package org.ecsdelivery.docker.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyPemTest {

    private static PrivateKey rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }

    private static ECPrivateKey ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return (ECPrivateKey) generator.generateKeyPair().getPrivate();
    }

    /** PKCS#8 of an RSA key carries PKCS#1 at its end, after 26 bytes of wrapping at these sizes. */
    private static byte[] pkcs1(PrivateKey rsa) {
        byte[] der = rsa.getEncoded();
        return Arrays.copyOfRange(der, 26, der.length);
    }

    /** Writes SEC 1 as openssl does: version 1, the number, and the curve in the element tagged [0]. */
    private static byte[] sec1(ECPrivateKey key, int bytes, String curve) {
        byte[] number = key.getS().toByteArray();
        byte[] padded = new byte[bytes];
        int length = Math.min(bytes, number.length);
        System.arraycopy(number, number.length - length, padded, bytes - length, length);
        byte[] oid = HexFormat.of().parseHex(curve);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {0x02, 0x01, 0x01, 0x04, (byte) bytes});
        content.writeBytes(padded);
        content.writeBytes(new byte[] {(byte) 0xa0, (byte) oid.length});
        content.writeBytes(oid);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {0x30, (byte) content.size()});
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void readsPkcs8OfEveryAlgorithm(String algorithm) throws Exception {
        PrivateKey key =
                KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
        assertThat(PrivateKeyPem.parse(Keys.pem("PRIVATE KEY", key.getEncoded())))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072})
    void readsPkcs1(int bits) throws Exception {
        PrivateKey key = rsa(bits);
        assertThat(PrivateKeyPem.parse(Keys.pem("RSA PRIVATE KEY", pkcs1(key)))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"secp256r1, 32, 06082a8648ce3d030107", "secp384r1, 48, 06052b81040022"})
    void readsSec1(String curve, int bytes, String oid) throws Exception {
        ECPrivateKey key = ec(curve);
        PrivateKey read = PrivateKeyPem.parse(Keys.pem("EC PRIVATE KEY", sec1(key, bytes, oid)));
        assertThat(((ECPrivateKey) read).getS()).isEqualTo(key.getS());
        assertThat(((ECPrivateKey) read).getParams().getCurve())
                .isEqualTo(key.getParams().getCurve());
    }

    @Test
    void findsTheKeyAmongOtherThings() throws Exception {
        PrivateKey key = rsa(2048);
        String text = "Bag Attributes\r\n-----BEGIN EC PARAMETERS-----\r\nBggqhkjOPQMBBw==\r\n-----END EC"
                + " PARAMETERS-----\r\n"
                + Keys.pem("PRIVATE KEY", key.getEncoded()).replace("\n", "\r\n");
        assertThat(PrivateKeyPem.parse(text)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIE\n"
                        + "-----END RSA PRIVATE KEY-----\n"
            })
    void saysThatAKeyIsEncrypted(String text) {
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> PrivateKeyPem.parse(text))
                .withMessage("the key is encrypted with a pass phrase; Docker wants it plain");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing | there is no private key in it",
                "-----BEGIN DSA PRIVATE KEY-----MIIE-----END DSA PRIVATE KEY----- | 'DSA PRIVATE KEY' is no form of key",
                "-----BEGIN PRIVATE KEY-----MIIE-----END PRIVATE KEY----- | the key is of no algorithm",
                "-----BEGIN EC PRIVATE KEY-----MAMCAQE=-----END EC PRIVATE KEY----- | names no curve",
                "-----BEGIN EC PRIVATE KEY-----MIIE-----END EC PRIVATE KEY----- | the elliptic-curve key is not whole"
            })
    void saysWhatIsWrong(String text, String message) {
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> PrivateKeyPem.parse(text))
                .withMessageContaining(message);
    }
}
