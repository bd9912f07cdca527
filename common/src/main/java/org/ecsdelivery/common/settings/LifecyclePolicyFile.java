package org.ecsdelivery.common.settings;

/**
 * A lifecycle policy in a file of the checkout.
 *
 * @param path where it lies, as the user wrote it
 * @param text what it holds; empty until it is read
 */
public record LifecyclePolicyFile(String path, String text) {
    /** Names a file that is not read yet. */
    public static LifecyclePolicyFile at(String path) {
        return new LifecyclePolicyFile(path, "");
    }

    /** Returns this file, read. */
    public LifecyclePolicyFile holding(String content) {
        return new LifecyclePolicyFile(path, content);
    }
}
