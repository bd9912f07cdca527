package org.ecsdelivery.sandbox.teamcity.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Closes secrets so that pages can carry them: browsers close them with the public key, only the server can open them. */
final class SecretBox {
    private static final String CIPHER = "RSA/ECB/OAEPPadding";
    private static final OAEPParameterSpec PADDING =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    /** What one block of a 2048 bit key can take with this padding. */
    private static final int BLOCK = 190;

    private final KeyPair keys;

    SecretBox() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("This Java cannot make RSA keys", cause);
        }
    }

    /** Returns the public key as browsers import it (SPKI), in base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** Closes a secret; twice the same secret never looks the same. */
    String close(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> blocks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += BLOCK) {
            byte[] block = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BLOCK));
            blocks.add(Base64.getEncoder().encodeToString(apply(Cipher.ENCRYPT_MODE, block)));
        }
        return String.join(":", blocks);
    }

    /**
     * Opens what was closed with the public key.
     *
     * @throws IllegalArgumentException when it was not
     */
    String open(String closed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String block : closed.isEmpty() ? new String[0] : closed.split(":", -1)) {
            bytes.writeBytes(apply(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(block)));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, mode == Cipher.ENCRYPT_MODE ? keys.getPublic() : keys.getPrivate(), PADDING);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException cause) {
            throw new IllegalArgumentException("A secret of the form was not closed with this server's key", cause);
        }
    }
}
