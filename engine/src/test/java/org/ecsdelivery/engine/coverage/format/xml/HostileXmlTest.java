package org.ecsdelivery.engine.coverage.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecsdelivery.engine.coverage.read.Reading.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class HostileXmlTest {
    private static final String BODY =
            "<coverage><packages><package><class name='A' filename='größe'><lines><line number='1' hits='1'/></lines>"
                    + "</class></package></packages></coverage>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE coverage SYSTEM \"https://127.0.0.1:1/coverage-04.dtd\">",
                "<!DOCTYPE coverage PUBLIC \"-//X//Y\" \"report.dtd\">",
                "<!DOCTYPE coverage [ <!ELEMENT coverage ANY> ]>",
                "<!DOCTYPE coverage SYSTEM \"no such scheme://\" []>"
            })
    void toleratesADocumentTypeAndLoadsNothing(String type) {
        assertThat(text("<?xml version='1.0'?>" + type + BODY).totals().of(CoverageMetric.LINES))
                .isEqualTo(new Count(1, 1));
    }

    @Test
    void refusesEntitiesThatMultiply() {
        String bomb = "<!DOCTYPE coverage [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
        assertThatThrownBy(() -> text(bomb + BODY.replace("größe", "&c;"))).isInstanceOf(UnreadableReport.class);
        assertThatThrownBy(() -> text(bomb + BODY.replace("<lines>", "<lines>&c;")))
                .isInstanceOf(UnreadableReport.class);
    }

    @Test
    void neverReadsAnotherFile(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret");
        String type = "<!DOCTYPE coverage [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        assertThatThrownBy(() ->
                        text(type + BODY.replace("<packages>", "<sources><source>&x;</source></sources><packages>")))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void saysWhereAReportEndsTooEarly() {
        assertThatThrownBy(() -> text(BODY.substring(0, 120).replace("<lines>", "\n<lines>")))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("at line 2, column ")
                .hasMessageContaining("ran to its end");
    }

    @Test
    void refusesElementsThatLieTooDeep() {
        assertThatThrownBy(() -> text("<coverage>" + "<a>".repeat(200)))
                .hasMessageContaining("elements lie more than 128 deep");
    }

    @Test
    void refusesAValueThatNeverEnds() {
        assertThatThrownBy(() -> text("<coverage><packages name='" + "x".repeat(9 << 20) + "'/></coverage>"))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("a single value of more than 8388608 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
    void readsAnyEncoding(String charset) {
        String text = (charset.equals("UTF-16LE") ? "\ufeff" : "") + "<?xml version='1.0'?>" + BODY;
        assertThat(Reading.bytes(text.getBytes(Charset.forName(charset))).file("größe"))
                .isPresent();
    }

    @Test
    void readsTheEncodingThatTheDocumentDeclares() {
        String text = "<?xml version='1.0' encoding='ISO-8859-1'?>" + BODY;
        assertThat(Reading.bytes(text.getBytes(StandardCharsets.ISO_8859_1)).file("größe"))
                .isPresent();
    }

    @Test
    void readsBytesThatAreNoneOfTheEncodingAsAReplacement() {
        assertThat(Reading.bytes(BODY.getBytes(StandardCharsets.ISO_8859_1)).file("gr\ufffd\ufffde"))
                .isPresent();
    }

    @Test
    void readsTheMarkBeforeXml() {
        assertThat(Reading.bytes(("\ufeff" + BODY).getBytes(StandardCharsets.UTF_8))
                        .file("größe"))
                .isPresent();
    }

    @Test
    void saysThatNothingIsInTheReport() {
        CoverageReport report = text("<coverage/>");
        assertThat(report.isEmpty()).isTrue();
        assertThat(report.warnings()).hasSize(1);
    }
}
