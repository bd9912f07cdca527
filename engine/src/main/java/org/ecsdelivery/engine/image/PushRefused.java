package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** A registry did not take an image. The registry's words are kept and sorted by what to do about them. */
public final class PushRefused extends EngineException {
    private static final long serialVersionUID = 1L;

    /** Why, as far as the words tell (Amazon ECR user guide, "Troubleshooting errors with Docker commands"). */
    public enum Reason {
        /** The token ran out: a new one heals it. */
        TOKEN_EXPIRED("Run the step again."),
        /** The user is not known, or not by that password. */
        UNAUTHORIZED(
                "Check Registry user (image.registryUser) and Registry password (secure:image.registryPassword); for ECR the step"
                        + " has asked for a new token already: check which account the image's name leads to."),
        /** A permission is missing. */
        DENIED("Allow the action to the identity the build uses, or to it in the repository's policy."),
        /** Forbidden, and the engine keeps back whether by a permission or by an expired token. */
        FORBIDDEN_UNSAID(
                "The Docker Engine keeps the registry's own words back. Most often one of the actions ecr:InitiateLayerUpload,"
                        + " ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage and ecr:BatchCheckLayerAvailability is not allowed to the"
                        + " identity the build uses, or to it in the repository's policy; CloudTrail tells which."),
        /** The repository is not there. */
        NO_REPOSITORY("Check Repository (image.repository), or switch on Create a missing repository"
                + " (image.createRepository)."),
        /** The tag exists and must not change. */
        TAG_IMMUTABLE("Choose a new tag in Tags (image.tags), such as %build.number%."),
        /** The registry asks to wait. */
        THROTTLED("Run the step again in a few minutes."),
        /** The registry, or the way to it, is out of order. */
        OUT_OF_ORDER(
                "Check that the Docker Engine reaches the registry, and the storage that it sends layers to: proxies, firewalls and"
                        + " VPC endpoints are those of the engine, not of the agent."),
        /** Anything else. */
        OTHER("");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }

        /** Tells whether another token may heal it. */
        boolean asksForAnotherToken() {
            return this == TOKEN_EXPIRED || this == UNAUTHORIZED || this == FORBIDDEN_UNSAID;
        }

        /** Tells whether it may pass by itself. */
        boolean passes() {
            return this == THROTTLED || this == OUT_OF_ORDER;
        }
    }

    private record Sign(Pattern words, Reason reason) {
        static Sign of(Reason reason, String... texts) {
            return new Sign(
                    Pattern.compile(Stream.of(texts)
                            .map(each -> "(?<![0-9a-z])" + Pattern.quote(each))
                            .collect(Collectors.joining("|"))),
                    reason);
        }

        /** The containerd image store of Docker 26 and its like hands on nothing but the status of a call. */
        static Sign ofStatus(Reason reason, String call) {
            return new Sign(Pattern.compile("unexpected status from " + call + "[a-z ]*$"), reason);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            Sign.ofStatus(Reason.NO_REPOSITORY, "(post|put) request to \\S+: 404"),
            Sign.ofStatus(Reason.TAG_IMMUTABLE, "put request to \\S+/manifests/\\S+: 400"),
            Sign.ofStatus(Reason.FORBIDDEN_UNSAID, "[a-z]+ request to \\S+: 403"),
            Sign.of(Reason.TOKEN_EXPIRED, "authorization token has expired", "no basic auth credentials"),
            Sign.of(Reason.TAG_IMMUTABLE, "is immutable", "tag invalid", "imagetagalreadyexistsexception"),
            Sign.of(
                    Reason.NO_REPOSITORY,
                    "does not exist in the registry",
                    "name unknown",
                    "repository name not known"),
            Sign.of(Reason.DENIED, "not authorized to perform"),
            Sign.of(Reason.UNAUTHORIZED, "unauthorized", "authentication required", "incorrect username or password"),
            Sign.of(Reason.DENIED, "denied", "forbidden", "403 "),
            Sign.of(Reason.THROTTLED, "toomanyrequests", "too many requests", "rate exceeded", "429 "),
            Sign.of(
                    Reason.OUT_OF_ORDER,
                    "500 ",
                    "502 ",
                    "503 ",
                    "504 ",
                    "eof",
                    "unexpected eof",
                    "connection reset",
                    "connection refused",
                    "broken pipe",
                    "i/o timeout",
                    "tls handshake timeout",
                    "no such host",
                    "server misbehaving",
                    "deadline exceeded",
                    "client.timeout exceeded"));

    private final Reason reason;

    /** Makes the refusal of one image, in the registry's own words. */
    public PushRefused(ImageReference image, String reported) {
        this("The registry did not take " + image, reported, reasonOf(reported));
    }

    /** Makes the refusal of everything: nobody is let in. */
    public static PushRefused ofLogin(RegistryHost host, String reported) {
        return new PushRefused("The Docker Engine could not log in to " + host, reported, reasonOf(reported));
    }

    private PushRefused(String fact, String reported, Reason reason) {
        super(FailureKind.PUSH_REFUSED, fact, reported, reason.remedy);
        this.reason = reason;
    }

    /** Returns what to do about it. */
    public Reason reason() {
        return reason;
    }

    private static Reason reasonOf(String reported) {
        String words = reported.toLowerCase(Locale.ROOT) + " ";
        return SIGNS.stream()
                .filter(sign -> sign.words().matcher(words).find())
                .map(Sign::reason)
                .findFirst()
                .orElse(Reason.OTHER);
    }
}
