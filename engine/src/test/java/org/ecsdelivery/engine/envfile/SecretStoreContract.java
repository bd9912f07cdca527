package org.ecsdelivery.engine.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ecsdelivery.engine.envfile.SecretStore.Stored;
import org.junit.jupiter.api.Test;

/** What an env file may expect of Secrets Manager, in memory and over the wire alike. */
public abstract class SecretStoreContract {
    /** Returns the port. */
    protected abstract SecretStore secrets();

    /** Puts a secret's newest version and returns the secret's ARN. */
    protected abstract String put(String name, String text);

    /** Puts a secret that is bytes. */
    protected abstract void put(String name, byte[] bytes);

    @Test
    void givesASecretByItsNameAndByItsArn() {
        String arn = put("shop/db", "{\"user\": \"u\"}");

        assertThat(secrets().secret("shop/db", Optional.empty()))
                .contains(new Stored(arn, Optional.of("{\"user\": \"u\"}")));
        assertThat(secrets().secret(arn, Optional.empty())).contains(new Stored(arn, Optional.of("{\"user\": \"u\"}")));
    }

    @Test
    void givesTheNewestVersionAndTheOneBefore() {
        put("shop/db", "old");
        String arn = put("shop/db", "new");

        assertThat(secrets().secret("shop/db", Optional.empty())).contains(new Stored(arn, Optional.of("new")));
        assertThat(secrets().secret("shop/db", Optional.of("AWSPREVIOUS")))
                .contains(new Stored(arn, Optional.of("old")));
    }

    @Test
    void givesNoneWhereThereIsNoneOrNoSuchStage() {
        put("shop/db", "text");

        assertThat(secrets().secret("none", Optional.empty())).isEmpty();
        assertThat(secrets().secret("shop/db", Optional.of("blue"))).isEmpty();
    }

    @Test
    void leavesBlanksLinesAndEveryCharacter() {
        String text = " -----BEGIN\n\tä€\ud83d\ude00 \"\\\r\n-----END \n";
        put("shop/key", text);

        assertThat(secrets().secret("shop/key", Optional.empty()).flatMap(Stored::text))
                .contains(text);
    }

    @Test
    void givesNoTextOfASecretThatIsBytes() {
        put("shop/key", new byte[] {0, 1});

        assertThat(secrets().secret("shop/key", Optional.empty()).map(Stored::text))
                .contains(Optional.empty());
    }

    @Test
    void showsNoText() {
        put("shop/db", "hunter2");

        assertThat(secrets().secret("shop/db", Optional.empty()).toString()).doesNotContain("hunter2");
    }
}
