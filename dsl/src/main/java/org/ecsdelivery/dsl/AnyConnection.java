package org.ecsdelivery.dsl;

/** A connection of any provider, by raw parameter names. */
public final class AnyConnection extends TypedSetting<AnyConnection> implements ProjectFeature, Connection {
    private AnyConnection(SettingValues values) {
        super(values);
    }

    /** Returns a connection by its id, such as {@code AnyConnection.of("hub", "Docker", "Docker Hub")}. */
    public static AnyConnection of(String id, String provider, String name) {
        return new AnyConnection(SettingValues.of("OAuthProvider").id(id))
                .set("displayName", name)
                .set("providerType", provider);
    }

    @Override
    AnyConnection copy(SettingValues newValues) {
        return new AnyConnection(newValues);
    }
}
