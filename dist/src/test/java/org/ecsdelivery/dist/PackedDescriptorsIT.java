package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Both descriptors: what TeamCity reads in them, and what JetBrains Marketplace asks of them. */
class PackedDescriptorsIT {
    private static final String SERVER_SCHEMA = "teamcity-plugin-descriptor.xsd";
    private static final String AGENT_SCHEMA = "teamcity-agent-plugin-descriptor.xsd";

    private final Descriptor server = PackedPlugin.packed().server().descriptor();
    private final Descriptor agent = PackedPlugin.packed().agent().descriptor();

    @Test
    void areValid() {
        assertThatCode(() -> server.validate(SERVER_SCHEMA)).doesNotThrowAnyException();
        assertThatCode(() -> agent.validate(AGENT_SCHEMA)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<teamcity-agent-plugin><plugin-deployment/></teamcity-agent-plugin>",
                "<teamcity-plugin><deployment/></teamcity-plugin>",
                "<teamcity-plugin><info><name>x</name></info><requirements min-build='2024.03'/></teamcity-plugin>",
                "<teamcity-plugin><info><name>x</name></info><deployment allow-reload='true'/></teamcity-plugin>",
                "<teamcity-plugin><info><name>x</name><name>y</name></info></teamcity-plugin>"
            })
    void wouldNotBeValidWithAMistakeOnTheServer(String mistaken) {
        Descriptor descriptor = Descriptor.parse(mistaken.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> descriptor.validate(SERVER_SCHEMA)).isInstanceOf(SAXException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<teamcity-plugin><info><name>x</name></info></teamcity-plugin>",
                "<teamcity-agent-plugin/>",
                "<teamcity-agent-plugin><plugin-deployment use-separate-classloader='yes'/></teamcity-agent-plugin>",
                "<teamcity-agent-plugin><plugin-deployment/><tool-deployment/></teamcity-agent-plugin>"
            })
    void wouldNotBeValidWithAMistakeOnTheAgent(String mistaken) {
        Descriptor descriptor = Descriptor.parse(mistaken.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> descriptor.validate(AGENT_SCHEMA)).isInstanceOf(SAXException.class);
    }

    @Test
    void askForTeamCity202403() {
        assertThat(server.text("/*/requirements/@min-build")).isEqualTo("156166");
        assertThat(server.text("/*/requirements/@max-build")).isEmpty();
    }

    @Test
    void askForAClassLoaderOfTheirOwnOnBothHalves() {
        assertThat(server.text("/*/deployment/@use-separate-classloader")).isEqualTo("true");
        assertThat(agent.text("/*/plugin-deployment/@use-separate-classloader")).isEqualTo("true");
    }

    @Test
    void allowReloadingAndSecondaryNodes() {
        assertThat(server.text("/*/deployment/@allow-runtime-reload")).isEqualTo("true");
        assertThat(server.text("/*/deployment/@node-responsibilities-aware")).isEqualTo("true");
    }

    @Test
    void tellTheVersionOfTheProject() {
        assertThat(server.text("/*/info/version")).isEqualTo(System.getProperty("packed.version"));
    }

    @Test
    void nameThePluginAsItsZip() {
        assertThat(server.text("/*/info/name")).isEqualTo("ecs-delivery");
        assertThat(PackedPlugin.zip()).hasFileName("ecs-delivery.zip");
    }

    @Test
    void haveADisplayNameThatMarketplaceAccepts() {
        assertThat(server.text("/*/info/display-name"))
                .hasSizeLessThanOrEqualTo(64)
                .matches("[A-Za-z0-9 ]+");
        assertThat(server.text("/*/info/display-name").toLowerCase(Locale.ROOT))
                .doesNotContain("teamcity")
                .doesNotContain("plugin");
    }

    @Test
    void haveAVendorAndADescriptionThatMarketplaceAccepts() {
        assertThat(server.text("/*/info/vendor/name")).isNotEmpty();
        assertThat(URI.create(server.text("/*/info/vendor/url"))).hasScheme("https");
        assertThat(server.text("/*/info/description"))
                .hasSizeGreaterThan(40)
                .doesNotContain("${")
                .matches("[^<>&]+");
    }
}
