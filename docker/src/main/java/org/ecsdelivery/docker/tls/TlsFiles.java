package org.ecsdelivery.docker.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The three files of {@code DOCKER_CERT_PATH} (Docker documentation, "Protect the Docker daemon socket"): {@code ca.pem},
 * which signs the engine's certificate, and {@code cert.pem} with {@code key.pem}, which prove who asks.
 */
public record TlsFiles(Path directory) {
    /** Guards a key store that never leaves memory. */
    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    /**
     * Reads the files.
     *
     * @throws EngineException when one is missing or not in order, naming it
     */
    public SSLContext context() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(directory, e);
        }
    }

    private KeyStore authorities() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate authority : certificates("ca.pem")) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        return store;
    }

    /** An engine may be content with a client that shows nothing; then, as for the docker command, neither file is there. */
    private KeyManager[] identity() throws GeneralSecurityException, IOException {
        if (Files.notExists(directory.resolve("cert.pem")) && Files.notExists(directory.resolve("key.pem"))) {
            return new KeyManager[0];
        }
        KeyStore store = empty();
        Certificate[] chain = certificates("cert.pem").toArray(Certificate[]::new);
        Path key = directory.resolve("key.pem");
        try {
            store.setKeyEntry("client", PrivateKeyPem.parse(read(key)), IN_MEMORY, chain);
        } catch (GeneralSecurityException e) {
            throw unusable(key, e);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, IN_MEMORY);
        return keys.getKeyManagers();
    }

    private Collection<? extends Certificate> certificates(String name) throws IOException {
        Path file = directory.resolve(name);
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(read(file).getBytes(StandardCharsets.UTF_8)));
            if (found.isEmpty()) {
                throw new CertificateException("there is no certificate in it");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw unusable(file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static EngineException unusable(Path file, Exception cause) {
        return new EngineException(
                FailureKind.DOCKER_UNREACHABLE,
                "TLS to Docker cannot be set up from " + file,
                cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "DOCKER_CERT_PATH must name a directory with ca.pem, cert.pem and key.pem that the agent may read;"
                        + " clear DOCKER_TLS_VERIFY when the engine does not use TLS.",
                cause);
    }
}
