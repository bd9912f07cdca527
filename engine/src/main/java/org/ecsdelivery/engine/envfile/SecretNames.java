package org.ecsdelivery.engine.envfile;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of variables that tell that the value is a secret. */
public final class SecretNames {
    private static final Pattern WORD = Pattern.compile(
            "(?:^|[_.-])(?:PASS|PASSWD|PASSWORD|PASSPHRASE|PWD|PW|SECRET|SECRETS|TOKEN|KEY|APIKEY|CREDENTIAL|CREDENTIALS|PRIVATE|"
                    + "SALT|SIGNATURE|DSN|AUTH|CERT)(?:$|[_.-])|PASSWORD|PASSPHRASE|SECRET|TOKEN|APIKEY|CREDENTIAL");
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:^|[_.-])PUBLIC(?:$|[_.-])|(?:^|[_.-])(?:KEY|TOKEN|SECRET)[_.-](?:ID|NAME|FILE|PATH|URL|ARN)$");

    private SecretNames() {}

    /** Tells whether the name looks like that of a secret, such as {@code DB_PASSWORD}. */
    public static boolean looksSecret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return WORD.matcher(upper).find() && !HARMLESS.matcher(upper).find();
    }
}
