package org.ecsdelivery.common.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ecsdelivery.common.parameter.Parameter;

/** Parameter maps as a careless or hostile hand might fill them; the same seed gives the same maps. */
final class AnyText {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "a",
            "team/app",
            "-1",
            "30",
            "true",
            "%x%",
            "%%",
            "=",
            "A=1",
            "\n",
            ",",
            "@",
            ":",
            "/",
            "\u0000",
            "\u00e4\u2028",
            "arn:aws:iam::123456789012:role/r",
            "eu-central-1",
            "http://127.0.0.1:1",
            "DRAINED",
            "123456789012.dkr.ecr.nowhere.amazonaws.com",
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/x",
            "[::1]");
    private final Random random;

    AnyText(long seed) {
        random = new Random(seed);
    }

    Map<String, String> mapOf(List<Parameter> table) {
        Map<String, String> map = new HashMap<>();
        for (Parameter parameter : table) {
            if (random.nextInt(4) > 0) {
                map.put(parameter.name(), text());
            }
        }
        return map;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(3); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
