package org.ecsdelivery.engine.coverage.format.xml;

import org.ecsdelivery.engine.coverage.FileCoverageBuilder;

/** A method of a class in Cobertura's format: it ran when any of its lines did. */
final class CoberturaMethod {
    private String name = "";
    private long hits;
    private int line;

    void begin(Element element) {
        name = element.value("name") + element.value("signature");
        hits = Math.max(0, element.count("hits"));
        line = 0;
        if (hits == 0 && !element.value("line-rate").matches("|0|0?\\.0+|NaN")) {
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
