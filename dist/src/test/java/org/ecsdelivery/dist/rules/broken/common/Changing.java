package org.ecsdelivery.dist.rules.broken.common;

public final class Changing {
    private String value = "";

    public void set(String next) {
        value = next;
    }

    public String value() {
        return value;
    }
}
