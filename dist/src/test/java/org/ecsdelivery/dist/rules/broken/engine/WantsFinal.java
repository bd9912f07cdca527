package org.ecsdelivery.dist.rules.broken.engine;

public final class WantsFinal {
    private String image;

    public WantsFinal(String image) {
        this.image = image;
    }

    public String image() {
        return image;
    }
}
