package org.ecsdelivery.dsl.classic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a command does, as far as typed steps are concerned. */
sealed interface Meaning {
    /**
     * A login to a registry.
     *
     * @param ecr whether it is one of ECR, for which no typed step needs a login
     * @param region its Region, empty when it is not said
     * @param profile its profile, empty when it is not said
     */
    record Login(boolean ecr, String region, String profile) implements Meaning {}

    /**
     * Builds an image.
     *
     * @param names the names that it gets
     * @param parameters the parameters of the image step that say the same
     * @param pushed whether it is pushed, too
     * @param remarks what differs
     */
    record Build(List<ImageName> names, Map<String, String> parameters, boolean pushed, List<String> remarks)
            implements Meaning {}

    /**
     * Gives an image another name.
     *
     * @param from one that it has
     * @param to the other one
     */
    record Alias(ImageName from, ImageName to) implements Meaning {}

    /**
     * Pushes an image.
     *
     * @param names under which names
     * @param remarks what differs
     */
    record Push(List<ImageName> names, List<String> remarks) implements Meaning {}

    /**
     * Does what a step of its own does.
     *
     * @param type the run type
     * @param parameters its parameters
     * @param remarks what differs
     */
    record Typed(String type, Map<String, String> parameters, List<String> remarks) implements Meaning {
        /** Sorts the parameters. */
        public Typed {
            parameters = new TreeMap<>(parameters);
        }
    }

    /**
     * Deploys an image that the command does not name.
     *
     * @param tag its tag; empty when it takes what the service runs anew
     * @param step the step without the image
     */
    record Unnamed(String tag, Typed step) implements Meaning {}

    /**
     * Waits until services are stable.
     *
     * @param cluster their cluster
     * @param services their names
     */
    record Stable(String cluster, List<String> services) implements Meaning {}

    /**
     * Packs coverage for a report tab.
     *
     * @param directory what is packed
     */
    record Zip(String directory) implements Meaning {}

    /** Sets a variable, a flag of the shell or the working directory. */
    record State() implements Meaning {}

    /** Changes nothing that matters. */
    record Nothing() implements Meaning {}

    /** Something that no typed step has to do with. */
    record Foreign() implements Meaning {}

    /**
     * Something of which a typed step may come to mind, and why it is none.
     *
     * @param reason why
     */
    record Kept(String reason) implements Meaning {}
}
