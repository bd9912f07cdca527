package org.ecsdelivery.docker.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key pairs made by the JDK's keytool for one test run: nothing to keep secret, nothing to run out. */
final class Keys {
    private static final String PASSWORD = "changeit";

    private final Path store;

    Keys(Path directory) {
        this.store = directory.resolve("keys.p12");
    }

    /** Makes a key pair that signs itself. */
    Keys authority(String alias) throws IOException, InterruptedException {
        return generate(alias, "-ext", "bc=ca:true");
    }

    /** Makes a key pair that an authority has signed. */
    Keys signed(String alias, String authority, String extension) throws IOException, InterruptedException {
        return generate(alias, "-signer", authority, "-ext", extension);
    }

    private Keys generate(String alias, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
        return this;
    }

    private KeyStore load() throws Exception {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    String certificate(String alias) throws Exception {
        return pem("CERTIFICATE", load().getCertificate(alias).getEncoded());
    }

    String key(String alias) throws Exception {
        return pem("PRIVATE KEY", load().getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    /** Lays out a directory as {@code DOCKER_CERT_PATH} names it. */
    Path directory(Path directory, String authority, String client) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("ca.pem"), certificate(authority));
        Files.writeString(directory.resolve("cert.pem"), certificate(client));
        Files.writeString(directory.resolve("key.pem"), key(client));
        return directory;
    }

    /** Returns what a server needs that shows one certificate and trusts the clients of one authority. */
    SSLContext server(String alias, String authority) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                alias,
                load().getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                load().getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(authority, load().getCertificate(authority));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
