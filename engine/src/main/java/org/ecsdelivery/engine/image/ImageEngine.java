package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.function.Consumer;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.image.built.ImageDetails;

/** What the image step wants of a Docker Engine. A thread that is interrupted inside ends with {@link Cancelled}. */
public interface ImageEngine {
    /**
     * Tells which engine answers.
     *
     * @return its version and address, for the log
     * @throws EngineException when none does, saying where it was looked for and what to check
     */
    String describe();

    /**
     * Tells what will build an image.
     *
     * @return which builder and why, a sentence for the log
     * @throws EngineException when no builder that is there can do it, with what to install
     */
    String builder(ImageBuild build);

    /**
     * Builds an image.
     *
     * @param output hears each line that the engine prints, in order
     * @throws EngineException when a step of the Dockerfile fails, with the engine's own words
     */
    BuiltImage build(ImageBuild build, Consumer<String> output);

    /** Tells what an image says of itself. */
    ImageDetails details(BuiltImage image);

    /**
     * Takes names away from an image, where they are still its own, and removes it when it has no name left and nothing uses it.
     * What is gone already is no error.
     *
     * @return whether that is done: false while a container or another image keeps one of the names or the nameless image
     */
    boolean remove(BuiltImage image, List<ImageReference> names);

    /** Gives the image a name; a name that it already has, or another image had, is no error. */
    void tag(BuiltImage image, ImageReference name);

    /**
     * Tries whether a registry takes a credential, from where the engine is.
     *
     * @param credential sent with this call only, never stored
     * @throws PushRefused when the engine does not reach the registry, or is not let in, with the words reported
     */
    void logIn(RegistryCredential credential);

    /**
     * Pushes what the name stands for.
     *
     * @param credential sent with this call only, never stored
     * @param progress hears how far it is, often, and of layers that the engine sends again by itself
     * @return the digest under which the registry keeps it
     * @throws PushRefused when the registry does not take it, with the registry's own words
     */
    ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress);
}
