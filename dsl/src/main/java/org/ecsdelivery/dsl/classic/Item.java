package org.ecsdelivery.dsl.classic;

import java.util.Map;

/**
 * A command of a step, with what it does and where it stands.
 *
 * @param statement how it is written
 * @param meaning what it does
 * @param place what the shell has come to before it
 */
record Item(Statement statement, Meaning meaning, Place place) {
    /**
     * What a shell has come to.
     *
     * @param directory the working directory, from that of the build; empty when it is that
     * @param state the commands that brought the shell to where it is, one a line
     * @param environment the variables that commands see
     */
    record Place(String directory, String state, Map<String, String> environment) {
        Place {
            environment = Map.copyOf(environment);
        }
    }

    Item as(Meaning other) {
        return new Item(statement, other, place);
    }

    /** Tells whether it only prepares the shell for what comes. */
    boolean isState() {
        return meaning instanceof Meaning.State;
    }

    /** Tells whether a script has to go on doing it. */
    boolean stays() {
        return meaning instanceof Meaning.Foreign || meaning instanceof Meaning.Kept;
    }
}
