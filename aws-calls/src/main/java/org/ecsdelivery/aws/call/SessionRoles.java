package org.ecsdelivery.aws.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.Tag;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Assumes roles by STS; the sessions are renewed in time by the call that needs one, without a thread of their own. */
final class SessionRoles implements AutoCloseable {
    private final ClientWiring wiring;
    private final InstantSource clock;
    private final SeenSecrets secrets;
    private final List<SdkAutoCloseable> open = new ArrayList<>();

    SessionRoles(ClientWiring wiring, InstantSource clock, SeenSecrets secrets) {
        this.wiring = wiring;
        this.clock = clock;
        this.secrets = secrets;
    }

    /**
     * Assumes a role with other credentials, whose secrets are taken note of.
     *
     * @param name the name of the session, when it shall have a certain one
     */
    FoundCredentials assumed(AwsAccess.Role role, Optional<String> name, FoundCredentials base) {
        open.add(base::close);
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(role.arn())
                .roleSessionName(name.orElseGet(this::sessionName))
                .externalId(role.externalId().orElse(null));
        if (!role.tags().isEmpty()) {
            request.tags(tags(role));
        }
        AwsCredentialsProvider provider = kept(StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts(secrets.listening(base).provider()))
                .refreshRequest(request.build())
                .build());
        return new FoundCredentials(provider, "role " + role.arn() + " with " + base.origin(), false);
    }

    private static List<Tag> tags(AwsAccess.Role role) {
        return role.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /** Assumes a role with a token that somebody else signed; the file is read anew for each session. */
    AwsCredentialsProvider byWebIdentity(String roleArn, Path tokenFile, Optional<String> sessionName) {
        return kept(StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                .stsClient(sts(AnonymousCredentialsProvider.create()))
                .refreshRequest(() -> AssumeRoleWithWebIdentityRequest.builder()
                        .roleArn(roleArn)
                        .roleSessionName(sessionName.orElseGet(this::sessionName))
                        .webIdentityToken(token(tokenFile))
                        .build())
                .build());
    }

    private String token(Path file) {
        try {
            String token = Files.readString(file).strip();
            secrets.add(token);
            return token;
        } catch (IOException e) {
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "The web identity token " + file + " cannot be read",
                    e.toString(),
                    "Set env.AWS_WEB_IDENTITY_TOKEN_FILE to the file that holds the token.",
                    e);
        }
    }

    /** Names the session so that CloudTrail tells which tool it was; unique enough to tell two builds apart. */
    private String sessionName() {
        return "ecs-delivery-" + clock.instant().toEpochMilli();
    }

    private StsClient sts(AwsCredentialsProvider credentials) {
        StsClient client =
                wiring.client(StsClient.builder(), builder -> builder.endpointProvider(ownAddress()), credentials);
        open.add(client);
        return client;
    }

    /** Drops what the SDK finds in the process (AWS_ENDPOINT_URL and its kin). */
    private static StsEndpointProvider ownAddress() {
        StsEndpointProvider rules = StsEndpointProvider.defaultProvider();
        return found -> rules.resolveEndpoint(found.toBuilder().endpoint(null).build());
    }

    private <T extends SdkAutoCloseable> T kept(T provider) {
        open.add(provider);
        return provider;
    }

    @Override
    public void close() {
        open.forEach(SdkAutoCloseable::close);
    }
}
