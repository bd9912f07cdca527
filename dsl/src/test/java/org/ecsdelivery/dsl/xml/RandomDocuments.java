package org.ecsdelivery.dsl.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents of all shapes that settings can have, the same for the same seed. */
final class RandomDocuments {
    private static final String[] PIECES = {
        "a",
        " ",
        "\n",
        "\t",
        "\r",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "]]>",
        "<![CDATA[",
        "&amp;",
        "%x%",
        "ä",
        "€",
        "🚦",
        "\uFFFD",
        "--"
    };

    private final Random random;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    Element element(int depth) {
        Element element = Element.of("e" + random.nextInt(5));
        for (int i = random.nextInt(4); i > 0; i--) {
            element = element.with("k" + i, text());
        }
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0 -> element;
            case 1 -> element.containing(text());
            case 2 -> element.containing(new Cdata(text().replace("]]>", "]] >").replace("\r", "") + "x"));
            default -> element.containing(elements(depth - 1));
        };
    }

    private List<Node> elements(int depth) {
        List<Node> all = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            all.add(random.nextInt(10) == 0 ? new Comment(" c" + i + " ") : element(depth));
        }
        return all;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
