package org.ecsdelivery.agent;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jetbrains.buildServer.util.PasswordReplacer;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.image.RegistryCredential;

/**
 * Keeps secrets out of the build log. TeamCity masks exact texts only, so each secret is handed to it in every form in which
 * it may come back: from the wire, in an error text, in a report.
 */
final class Masking {
    private final PasswordReplacer passwords;
    private final Set<Secret> known = new HashSet<>();
    private Supplier<Set<Secret>> more = Set::of;

    Masking(PasswordReplacer passwords) {
        this.passwords = passwords;
    }

    /** Masks a secret from now on. */
    synchronized void add(Secret secret) {
        String text = secret.reveal();
        if (!text.isBlank() && known.add(secret)) {
            forms(text).forEach(passwords::addPassword);
        }
    }

    /** Masks a registry's token from now on, also in the form of HTTP Basic authentication. */
    synchronized void add(RegistryCredential credential) {
        add(credential.password());
        add(Secret.of(base64(credential.userName() + ":" + credential.password().reveal())));
    }

    /** Asks there for secrets before anything is logged: some come to light only while the work goes on. */
    synchronized void follow(Supplier<Set<Secret>> source) {
        more = source;
        refresh();
    }

    /** Masks what has come to light since. */
    synchronized void refresh() {
        more.get().forEach(this::add);
    }

    /** Returns the text without secrets, for files that TeamCity does not mask. */
    synchronized String masked(String text) {
        refresh();
        return passwords.replacePasswords(text);
    }

    private static Stream<String> forms(String secret) {
        return Stream.of(
                        secret,
                        base64(secret),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        new String(JsonStringEncoder.getInstance().quoteAsString(secret)),
                        secret.replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                                .replace("\"", "&quot;")
                                .replace("'", "&#39;"))
                .distinct();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
