package org.ecsdelivery.engine.envfile.dialect;

import java.util.Optional;

/** {@code EnvironmentFile=} of systemd: double quotes, in which backslash and quote are escaped; nothing is expanded. */
final class SystemdQuotes extends DialectRule {
    @Override
    String write(String value) {
        return Plain.is(value) ? value : '"' + Escaped.before(value, "\\\"") + '"';
    }

    @Override
    void checkName(String name) {
        Names.identifier(name);
    }

    /** A comment that ends in a backslash would go on in the next line. */
    @Override
    public Optional<String> comment(String text) {
        return super.comment(text.endsWith("\\") ? text + " " : text);
    }
}
