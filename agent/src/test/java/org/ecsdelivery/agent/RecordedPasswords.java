package org.ecsdelivery.agent;

import java.util.LinkedHashSet;
import java.util.Set;
import jetbrains.buildServer.util.PasswordReplacer;

/** A password replacer that masks what it was given, as exact text. */
final class RecordedPasswords implements PasswordReplacer {
    private final Set<String> passwords = new LinkedHashSet<>();

    @Override
    public synchronized String replacePasswords(String text) {
        String masked = text;
        for (String password : passwords) {
            masked = masked.replace(password, "*******");
        }
        return masked;
    }

    @Override
    public synchronized boolean hasPasswords() {
        return !passwords.isEmpty();
    }

    @Override
    public synchronized Set<String> getPasswords() {
        return Set.copyOf(passwords);
    }

    @Override
    public synchronized boolean addPassword(String password) {
        return passwords.add(password);
    }
}
