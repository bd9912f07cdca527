package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.PushRefused.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines say of a push that a registry refuses, word for word, and what is made of it. */
class PushRefusedTest {
    private static final ImageReference IMAGE =
            ImageReference.parse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/web:1");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "POST, blobs/uploads/, 404 Not Found, NO_REPOSITORY",
                "PUT, manifests/1, 404 Not Found, NO_REPOSITORY",
                "POST, blobs/uploads/, 403 Forbidden, FORBIDDEN_UNSAID",
                "HEAD, blobs/sha256:d905105465ad, 403 Forbidden, FORBIDDEN_UNSAID",
                "PUT, manifests/1, 400 Bad Request, TAG_IMMUTABLE",
                "PUT, blobs/uploads/901c5fa3, 400 Bad Request, OTHER",
                "HEAD, blobs/sha256:d905105465ad, 429, THROTTLED",
                "POST, blobs/uploads/, 503 Service Unavailable, OUT_OF_ORDER",
                "POST, blobs/uploads/, 403 Forbidden: denied: not authorized to perform: ecr:PutImage, DENIED"
            })
    void isSortedByTheStatusWhereTheContainerdStoreKeepsTheWordsBack(
            String call, String place, String status, Reason reason) {
        String said = "unexpected status from " + call + " request to https://registry.example.org/v2/shop/web/" + place
                + ": " + status;

        assertThat(new PushRefused(IMAGE, said).reason()).isEqualTo(reason);
    }
}
