package org.ecsdelivery.engine.envfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.Test;

/** What a step may expect of the bucket that ECS reads env files from, in memory and over the wire alike. */
public abstract class EnvFileBucketContract {
    /** The account that the buckets are in. */
    protected static final String OWNER = "123456789012";

    /** Returns the port. */
    protected abstract EnvFileBucket bucket();

    /** Makes a bucket. */
    protected abstract void create(String name);

    /** Returns an object as text. */
    protected abstract String read(String name, String key);

    @Test
    void putsAFileAndTellsItsArn() {
        create("files");

        bucket().put("files", "shop/web.env", bytes("A=1\nB=ä€\n"), OWNER);

        assertThat(bucket().arn("files", "shop/web.env")).isEqualTo("arn:aws:s3:::files/shop/web.env");
        assertThat(read("files", "shop/web.env")).isEqualTo("A=1\nB=ä€\n");
    }

    @Test
    void putsAFileUnderAnyKey() {
        create("files");

        bucket().put("files", "Mein Projekt/a+b (1)~ü.env", bytes("A=1\n"), OWNER);

        assertThat(read("files", "Mein Projekt/a+b (1)~ü.env")).isEqualTo("A=1\n");
    }

    @Test
    void namesABucketThatIsNotThere() {
        assertThatThrownBy(() -> bucket().put("none", "k.env", bytes(""), OWNER))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("There is no S3 bucket none");
    }

    @Test
    void putsNothingIntoABucketOfAnotherAccount() {
        create("files");

        assertThatThrownBy(() -> bucket().put("files", "k.env", bytes("A=1\n"), "999999999999"))
                .isInstanceOf(AccessDenied.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
