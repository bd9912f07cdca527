package org.ecsdelivery.dist.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.web.LocalWeb;

/** The packed plugin on a server with pages. */
final class WebPlugin implements AutoCloseable {
    private final Path data;
    private final LocalTeamCity teamCity;
    private final LocalWeb web;

    private WebPlugin(Path data, LocalTeamCity teamCity, LocalWeb web) {
        this.data = data;
        this.teamCity = teamCity;
        this.web = web;
    }

    static WebPlugin open() {
        try {
            Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser");
            LocalTeamCity teamCity = LocalTeamCity.load(
                    Path.of(System.getProperty("packed.zip", "target/ecs-delivery.zip")),
                    data.resolve("server"),
                    AgentProperties.bare().with("docker.server.version", "20.10.24"));
            return new WebPlugin(data, teamCity, LocalWeb.open(teamCity, data.resolve("web")));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    String address() {
        return web.address();
    }

    LocalTeamCity teamCity() {
        return teamCity;
    }

    /** Keeps a configuration with a step as if somebody had added it and filled in what is given; returns its id. */
    String keep(String name, String type, Map<String, String> parameters) {
        return keep(configuration(name)
                .withSteps(List.of(
                        new BuildStep("The step", type, teamCity.server().withDefaults(type, parameters)))));
    }

    String keepWithFeature(String name, ConfiguredFeature feature) {
        return keep(configuration(name).withFeatures(List.of(feature)));
    }

    String keep(BuildConfiguration configuration) {
        teamCity.server().configurations().save(configuration);
        return configuration.id();
    }

    BuildConfiguration configuration(String name) {
        try {
            Path checkout = Files.createDirectories(data.resolve("checkout").resolve(name.replaceAll("\\W", "")));
            return BuildConfiguration.of(name, Map.of(), List.of(), checkout);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    BuildConfiguration kept(String id) {
        return teamCity.server().configurations().find(id).orElseThrow();
    }

    @Override
    public void close() {
        web.close();
        teamCity.close();
    }
}
