package org.ecsdelivery.sandbox.envfile;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.envfile.SecretNames;

/** Tells by its name and by its value what looks like a secret. */
final class SecretSigns {
    private static final Pattern WITH_PASSWORD =
            Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@.*", Pattern.DOTALL);
    private static final Pattern KEY_FORMS = Pattern.compile(
            "-----BEGIN .*|eyJ[\\w-]+\\.eyJ.*|(AKIA|ASIA)[A-Z0-9]{16}|(gh[pousr]_|github_pat_|xox[abp]-|sk-|sk_live_|glpat-).{10,}",
            Pattern.DOTALL);
    private static final Pattern ONE_WORD = Pattern.compile("[A-Za-z0-9+/=_-]{16,}");
    private static final double BITS = 3.3;

    private SecretSigns() {}

    /** Tells whether the name or the value looks like that of a secret. */
    static boolean in(String name, String value) {
        return SecretNames.looksSecret(name)
                || WITH_PASSWORD.matcher(value).matches()
                || KEY_FORMS.matcher(value).matches()
                || looksRandom(value);
    }

    private static boolean looksRandom(String value) {
        return ONE_WORD.matcher(value).matches()
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter)
                && bitsOfACharacter(value) >= BITS;
    }

    private static double bitsOfACharacter(String value) {
        Map<Integer, Integer> counts = new TreeMap<>();
        value.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts.values().stream()
                .mapToDouble(count -> (double) count / value.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
