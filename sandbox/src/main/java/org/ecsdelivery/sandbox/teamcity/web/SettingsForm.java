package org.ecsdelivery.sandbox.teamcity.web;

import java.util.Map;
import java.util.TreeMap;

/** What a settings page sent: {@code prop:NAME} for plain values, {@code prop:encrypted:NAME} for closed secrets. */
final class SettingsForm {
    private static final String PLAIN = "prop:";
    private static final String CLOSED = "prop:encrypted:";

    private SettingsForm() {}

    /**
     * Reads the parameters.
     *
     * @throws BadRequestException when a secret was not closed with this server's key
     */
    static Map<String, String> read(Exchange exchange) {
        Map<String, String> parameters = new TreeMap<>();
        exchange.request().getParameterMap().forEach((field, values) -> {
            if (field.startsWith(CLOSED)) {
                parameters.put(field.substring(CLOSED.length()), open(exchange, values[0]));
            } else if (field.startsWith(PLAIN)) {
                parameters.put(field.substring(PLAIN.length()), values[0]);
            }
        });
        // what nobody filled in is not stored
        parameters
                .entrySet()
                .removeIf(entry -> isSecret(entry.getKey()) && entry.getValue().isEmpty());
        return parameters;
    }

    /** Closes the secrets among stored parameters, for the page to send back when nobody changes them. */
    static Map<String, String> closed(Exchange exchange, Map<String, String> stored) {
        Map<String, String> closed = new TreeMap<>();
        stored.forEach((name, value) -> {
            if (isSecret(name)) {
                closed.put(name, exchange.secrets().close(value));
            }
        });
        return closed;
    }

    private static boolean isSecret(String name) {
        return name.startsWith("secure:");
    }

    private static String open(Exchange exchange, String closed) {
        try {
            return exchange.secrets().open(closed);
        } catch (IllegalArgumentException refused) {
            throw new BadRequestException("A secret of the form was not closed with this server's key.", refused);
        }
    }
}
