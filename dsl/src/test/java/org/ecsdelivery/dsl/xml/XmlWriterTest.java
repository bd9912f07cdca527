package org.ecsdelivery.dsl.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlWriterTest {
    @Test
    void beginsWithTheDeclarationAndEndsWithTwoLineEnds() {
        assertThat(new String(XmlWriter.document(Element.of("project")), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project />\n\n");
    }

    @Test
    void indentsByTwoSpacesAndKeepsTextOnItsLine() {
        Element root = Element.of("a")
                .containing(
                        Element.of("name").containing("x"),
                        Element.of("b").containing(Element.of("c").with("k", "v")));

        assertThat(XmlWriter.fragment(root)).isEqualTo("<a>\n  <name>x</name>\n  <b>\n    <c k=\"v\" />\n  </b>\n</a>");
    }

    @Test
    void escapesInAttributesWhatTeamCityEscapesThere() {
        assertThat(XmlWriter.fragment(Element.of("p").with("v", "a & b < c > d \"e\" 'f' \t\n\r ä € \uFFFD 🚦")))
                .isEqualTo(
                        "<p v=\"a &amp; b &lt; c &gt; d &quot;e&quot; 'f' &#x9;&#xA;&#xD; ä € \uFFFD &#x1f6a6;\" />");
    }

    @Test
    void escapesInTextWhatTeamCityEscapesThere() {
        assertThat(XmlWriter.fragment(Element.of("p").containing("a & b < c > d \"e\" 'f' \t\n\r ä 🚦")))
                .isEqualTo("<p>a &amp; b &lt; c &gt; d \"e\" 'f' \t\n&#xD; ä &#x1f6a6;</p>");
    }

    @Test
    void leavesCdataAsItIs() {
        assertThat(XmlWriter.fragment(Element.of("p").containing(new Cdata("a < b && c\n🚦"))))
                .isEqualTo("<p><![CDATA[a < b && c\n🚦]]></p>");
    }
}
