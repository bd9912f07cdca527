package org.ecsdelivery.dist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a secret looks where it leaks: as it is, and as programs write it into JSON, addresses, headers and dumps. */
record SecretForms(String name, List<String> forms) {
    static SecretForms of(String name, String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(secret.replace("/", "\\/"));
        forms.add(new StringBuilder(secret).reverse().toString());
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        for (int before = 0; before < 3; before++) {
            String inside = base64(secret, before);
            forms.add(inside);
            forms.add(inside.replace('+', '-').replace('/', '_'));
        }
        return new SecretForms(name, List.copyOf(forms));
    }

    /** The letters that base64 has for the secret wherever it stands in what was encoded: those of its neighbours are cut off. */
    private static String base64(String secret, int bytesBefore) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[bytesBefore + bytes.length];
        Arrays.fill(all, (byte) 'x');
        System.arraycopy(bytes, 0, all, bytesBefore, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(all);
        int wholeBits = all.length * 8 / 6;
        return text.substring((bytesBefore * 8 + 5) / 6, wholeBits);
    }

    boolean isIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }
}
