package org.ecsdelivery.engine.image.built;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an image says of itself. Values of variables are left out: they are nobody's business but the program's.
 *
 * @param platform what it is for, as in {@code linux/amd64}
 * @param start how it starts
 * @param variables the names of its environment variables
 * @param labels its labels
 * @param layers its layers and the instructions that made none, from the lowest
 */
public record ImageDetails(
        String platform, Start start, List<String> variables, Map<String, String> labels, List<Layer> layers) {
    /** Copies the collections and brings the labels into order. */
    public ImageDetails {
        variables = List.copyOf(variables);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        layers = List.copyOf(layers);
    }

    /**
     * How a container of an image starts.
     *
     * @param entrypoint what is started
     * @param command what is started, or with which arguments
     * @param user as whom; empty for root
     * @param directory where
     * @param ports the ports that it says it listens on, as in {@code 8080/tcp}
     */
    public record Start(
            List<String> entrypoint, List<String> command, String user, String directory, List<String> ports) {
        /** Copies the lists. */
        public Start {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
            ports = List.copyOf(ports);
        }
    }

    /**
     * What one instruction left.
     *
     * @param createdBy the instruction, as the builder wrote it down
     * @param bytes the size of its layer; 0 where it made none
     */
    public record Layer(String createdBy, long bytes) {}
}
