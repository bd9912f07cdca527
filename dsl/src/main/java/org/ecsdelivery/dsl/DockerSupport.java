package org.ecsdelivery.dsl;

/** Logs in to registries before the steps of a build. */
public final class DockerSupport extends TypedSetting<DockerSupport> implements Feature {
    private DockerSupport(SettingValues values) {
        super(values);
    }

    /** Returns a login with connections to registries. */
    public static DockerSupport login(Connection first, Connection... more) {
        DockerSupport support = new DockerSupport(SettingValues.of("DockerSupport"))
                .set("loginCheckbox", "on")
                .set("login2registry", first);
        for (Connection each : more) {
            support = support.set("login2registry", support.parameters().get("login2registry") + "," + each.id())
                    .naming(each);
        }
        return support;
    }

    /** Returns this, and the images that the build pushed are removed from their registry when the server removes the build. */
    public DockerSupport removePushedImages() {
        return set("cleanupPushed", "true");
    }

    @Override
    DockerSupport copy(SettingValues newValues) {
        return new DockerSupport(newValues);
    }
}
