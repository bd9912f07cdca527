package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.aws.call.RecordingAws.Reply;
import org.ecsdelivery.aws.call.RecordingAws.Seen;
import org.junit.jupiter.api.Test;

/** The stand-in looks at no signature, so here one is made after the letter (IAM user guide, "Create a signed AWS API request"). */
class SignatureTest {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=AKIDOFBUILD/(\\d{8})/([^/]+)/([^/]+)/aws4_request, SignedHeaders=([^,]+), Signature=(\\w+)");

    @Test
    void signsAQuestionToSystemsManager() throws Exception {
        assertThat(signed(clients -> clients.parameters().below("/shop"), "POST /"))
                .isTrue();
    }

    @Test
    void signsAnObjectWhoseKeyHasEveryKindOfCharacter() throws Exception {
        assertThat(signed(
                        clients -> clients.envFileBucket()
                                .put(
                                        "files",
                                        "Mein Projekt/a+b=(1)~ü//c.env",
                                        "A=1\n".getBytes(StandardCharsets.UTF_8),
                                        "123456789012"),
                        "PUT /files/Mein%20Projekt/a%2Bb%3D%281%29~%C3%BC//c.env"))
                .isTrue();
    }

    private interface Work {
        void with(AwsClients clients);
    }

    private static boolean signed(Work work, String line) throws Exception {
        try (RecordingAws aws = RecordingAws.answering(request -> Reply.json("{}"));
                AwsClients clients = AwsClients.open(
                        ClientsOfLocalAws.at(aws.endpoint()),
                        ClientsOfLocalAws.build(Map.of()),
                        InstantSource.system(),
                        ClientsOfLocalAws.QUICK)) {
            work.with(clients);
            assertThat(aws.last().method() + " " + aws.last().uri().getRawPath())
                    .isEqualTo(line);
            return isSignedRight(aws.last());
        }
    }

    private static boolean isSignedRight(Seen request) throws Exception {
        Matcher parts = AUTHORIZATION.matcher(request.header("Authorization").orElse(""));
        assertThat(parts.matches()).isTrue();
        String headers = parts.group(4);
        assertThat(headers.split(";")).contains("host", "x-amz-date");
        String canonical = request.method() + "\n" + path(request.uri(), parts.group(3)) + "\n\n"
                + Arrays.stream(headers.split(";"))
                        .map(name ->
                                name + ":" + request.header(name).orElse("").strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + headers + "\n" + sha256(request.body());
        String scope = parts.group(1) + "/" + parts.group(2) + "/" + parts.group(3) + "/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + request.header("X-Amz-Date").orElse("") + "\n" + scope + "\n"
                + sha256(canonical);
        byte[] key = "AWS4secret-of-the-build".getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(parts.group(5));
    }

    private static String path(URI uri, String service) {
        return service.equals("s3")
                ? uri.getRawPath()
                : Optional.of(uri.getRawPath()).filter(path -> !path.isEmpty()).orElse("/");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
