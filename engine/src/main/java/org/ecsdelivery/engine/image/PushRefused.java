package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.Locale;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** A registry did not take an image. The registry's words are kept and sorted by what to do about them. */
public final class PushRefused extends EngineException {
    private static final long serialVersionUID = 1L;

    /** Why, as far as the words tell (Amazon ECR user guide, "Troubleshooting errors with Docker commands"). */
    public enum Reason {
        /** The token ran out: a new one heals it. */
        TOKEN_EXPIRED("Run the step again."),
        /** A permission is missing. */
        DENIED("Allow the action to the identity the build uses, or to it in the repository's policy."),
        /** The repository is not there. */
        NO_REPOSITORY("Check Repository (image.repository), or switch on Create a missing repository"
                + " (image.createRepository)."),
        /** The tag exists and must not change. */
        TAG_IMMUTABLE("Choose a new tag in Tags (image.tags), such as %build.number%."),
        /** The registry asks to wait. */
        THROTTLED("Run the step again in a few minutes."),
        /** Anything else. */
        OTHER("");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }
    }

    private record Sign(String text, Reason reason) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("authorization token has expired", Reason.TOKEN_EXPIRED),
            new Sign("no basic auth credentials", Reason.TOKEN_EXPIRED),
            new Sign("is immutable", Reason.TAG_IMMUTABLE),
            new Sign("tag invalid", Reason.TAG_IMMUTABLE),
            new Sign("does not exist in the registry", Reason.NO_REPOSITORY),
            new Sign("name unknown", Reason.NO_REPOSITORY),
            new Sign("not authorized to perform", Reason.DENIED),
            new Sign("denied", Reason.DENIED),
            new Sign("403", Reason.DENIED),
            new Sign("toomanyrequests", Reason.THROTTLED),
            new Sign("rate exceeded", Reason.THROTTLED),
            new Sign("429", Reason.THROTTLED));

    private final Reason reason;

    /** Makes the refusal of one image, in the registry's own words. */
    public PushRefused(ImageReference image, String reported) {
        this(image, reported, reasonOf(reported));
    }

    private PushRefused(ImageReference image, String reported, Reason reason) {
        super(FailureKind.PUSH_REFUSED, "The registry did not take " + image, reported, reason.remedy);
        this.reason = reason;
    }

    /** Returns what to do about it. */
    public Reason reason() {
        return reason;
    }

    private static Reason reasonOf(String reported) {
        String words = reported.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> words.contains(sign.text()))
                .map(Sign::reason)
                .findFirst()
                .orElse(Reason.OTHER);
    }
}
