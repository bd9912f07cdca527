package org.ecsdelivery.dsl;

/** Keeps the settings of a project, and of those below it, in a repository. Without it on its top project a server may stop to look there. */
public final class VersionedSettings extends TypedSetting<VersionedSettings> implements ProjectFeature {
    private VersionedSettings(SettingValues values) {
        super(values);
    }

    /** Returns settings in XML in a repository; builds use what their own commit says. */
    public static VersionedSettings in(VcsRootReference root) {
        return new VersionedSettings(SettingValues.of("versionedSettings"))
                .set("buildSettings", "PREFER_VCS")
                .set("credentialsStorageType", "credentialsJSON")
                .set("enabled", "true")
                .set("rootId", root)
                .set("showChanges", "false");
    }

    /** Returns this in another directory than {@code .teamcity}; needs TeamCity 2024.07. */
    public VersionedSettings directory(String path) {
        return set("settingsPath", path);
    }

    /** Returns this showing changes of settings among the changes of builds. */
    public VersionedSettings showChanges() {
        return set("showChanges", "true");
    }

    /** Returns this with all builds using what the server says now. */
    public VersionedSettings currentForBuilds() {
        return set("buildSettings", "ALWAYS_USE_CURRENT");
    }

    @Override
    VersionedSettings copy(SettingValues newValues) {
        return new VersionedSettings(newValues);
    }
}
