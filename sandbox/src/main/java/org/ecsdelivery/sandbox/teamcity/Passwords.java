package org.ecsdelivery.sandbox.teamcity;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import jetbrains.buildServer.util.PasswordReplacer;

/** Masks the values of passwords in whatever the build log shows, the longest first. */
final class Passwords implements PasswordReplacer {
    private static final String MASK = "*******";

    private final Set<String> values = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    @Override
    public String replacePasswords(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    @Override
    public boolean hasPasswords() {
        return !values.isEmpty();
    }

    @Override
    public Set<String> getPasswords() {
        return Set.copyOf(values);
    }

    @Override
    public boolean addPassword(String password) {
        return !password.isBlank() && values.add(password);
    }
}
