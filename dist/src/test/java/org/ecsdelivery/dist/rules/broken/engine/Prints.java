package org.ecsdelivery.dist.rules.broken.engine;

public final class Prints {
    void tell(String sentence) {
        System.out.println(sentence);
    }
}
