package org.ecsdelivery.engine.coverage.format.xml;

import java.util.regex.Pattern;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;

/** A method of a class in Cobertura's format: it ran when any of its lines did. */
final class CoberturaMethod {
    private static final Pattern NOTHING = Pattern.compile("|0|0?\\.0+|NaN");

    private String name = "";
    private long hits;
    private int line;

    void begin(Element element) {
        name = element.value("name") + element.value("signature");
        hits = Math.max(0, element.count("hits"));
        line = 0;
        if (hits == 0 && !NOTHING.matcher(element.value("line-rate")).matches()) {
            hits = 1;
        }
    }

    void line(int number, int ran) {
        hits = Math.max(hits, ran);
        line = line == 0 ? number : Math.min(line, number);
    }

    void hand(FileCoverageBuilder builder) {
        if (!name.isEmpty()) {
            builder.function(line, name, hits);
        }
    }
}
