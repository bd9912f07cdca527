package org.ecsdelivery.common.settings;

/** What BuildKit says about an image beside the image itself. It makes the image an index. */
public enum Attestations {
    /** Nothing: the image is a single manifest. */
    NONE,
    /** How it was built, without the values of build arguments. */
    PROVENANCE,
    /** What software is in it, as a scanner finds it that BuildKit gets from Docker Hub. */
    SBOM,
    /** Both. */
    BOTH;

    /** Tells whether it is said how the image was built. */
    public boolean provenance() {
        return this == PROVENANCE || this == BOTH;
    }

    /** Tells whether it is said what software is in the image. */
    public boolean sbom() {
        return this == SBOM || this == BOTH;
    }
}
