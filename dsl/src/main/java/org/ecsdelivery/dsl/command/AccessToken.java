package org.ecsdelivery.dsl.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.common.value.Secret;

/** The token that a TeamCity server knows a user by. It is never an argument, since all users of a machine can read those. */
final class AccessToken {
    static final String FILE = "--token-file";
    static final String VARIABLE = "TEAMCITY_TOKEN";
    private static final String HOW =
            "Make one in TeamCity under your profile, Access Tokens, and put it into the variable " + VARIABLE
                    + " or into a file that you name behind " + FILE + ".";

    private final Secret token;

    private AccessToken(Secret token) {
        this.token = token;
    }

    static AccessToken of(Arguments arguments, Path directory, Machine machine) {
        return arguments
                .option(FILE)
                .map(name -> of(FILE + " " + name, read(name, directory.resolve(name))))
                .or(() -> machine.environment(VARIABLE).map(value -> of("The variable " + VARIABLE, value)))
                .orElseThrow(() -> new Misuse("There is no token to show the server. " + HOW));
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The file " + name + " of " + FILE + " cannot be read (" + cause.getMessage() + "). " + HOW, cause);
        }
    }

    /** Refuses what could not be a header; what stands there is not told. */
    private static AccessToken of(String source, String text) {
        String token = text.strip();
        if (!token.matches("[!-~]+")) {
            throw new Misuse(source
                    + (token.isEmpty() ? " is empty. " : " holds more than one word, or no plain letters. ")
                    + HOW);
        }
        return new AccessToken(Secret.of(token));
    }

    String header() {
        return "Bearer " + token.reveal();
    }

    /** Returns a text without the token, should a server repeat it. */
    String hiddenIn(String text) {
        return text.replace(token.reveal(), "***");
    }
}
