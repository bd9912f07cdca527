package org.ecsdelivery.engine.coverage.format.xml;

import java.io.IOException;

/** The document is no well-formed XML, or uses what reports need not. */
final class BrokenXml extends IOException {
    private static final long serialVersionUID = 1;

    BrokenXml(String fact) {
        super(fact);
    }
}
