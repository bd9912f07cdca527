package org.ecsdelivery.dsl.classic;

import java.util.regex.Pattern;

/** Finds AWS keys that stand in settings as text. */
final class Keys {
    private static final Pattern KEY = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"
            + "|(?i)(AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|aws_secret_access_key|--secret-access-key|--aws-secret-key)"
            + "(\\s*=\\s*|\\s+)(&quot;|[\"'])?(?![\"'%$&])[A-Za-z0-9/+=]{16,}");

    private Keys() {}

    static boolean areIn(String text) {
        return KEY.matcher(text).find();
    }
}
