package org.ecsdelivery.server.access;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.time.VirtualClock;

/** The settings page of a step of build configuration Shop_Deploy, in the hands of somebody who may edit its project. */
final class PageOfStep implements AutoCloseable {
    static final String SECRET = "stored-s3cret";

    final LocalAws aws = LocalAws.builder().start();
    final VirtualClock clock = VirtualClock.at("2026-11-21T12:00:00Z");
    final SceneOfProjects scene = new SceneOfProjects().ownConnection();
    final Map<String, String> entered = new LinkedHashMap<>();
    final Map<String, String> stored = new HashMap<>();
    final List<ConnectionAccess> asked = new ArrayList<>();
    final AuthorityHolder user = mock(AuthorityHolder.class);
    Optional<String> refusal = Optional.empty();
    String method = "POST";
    String token = "token";
    String id = "buildType:Shop_Deploy";
    int status;

    private final SBuildType configuration = mock(SBuildType.class);
    private final List<SBuildFeatureDescriptor> features = new ArrayList<>();
    private final AccessController controller;

    PageOfStep() {
        System.setProperty(AllowedAddresses.PROPERTY, aws.endpoint().toString());
        ProjectManager projects = mock(ProjectManager.class);
        when(projects.findBuildTypeByExternalId("Shop_Deploy")).thenReturn(configuration);
        when(configuration.getProject()).thenReturn(scene.project);
        when(configuration.getExternalId()).thenReturn("Shop_Deploy");
        SBuildRunnerDescriptor step = mock(SBuildRunnerDescriptor.class);
        when(step.getId()).thenReturn("RUNNER_3");
        when(step.getParameters()).thenReturn(stored);
        doReturn(List.of(step)).when(configuration).getBuildRunners();
        doReturn(features).when(configuration).getBuildFeaturesOfType("PROVIDE_AWS_CREDS");
        SecurityContext security = mock(SecurityContext.class);
        when(security.getAuthorityHolder()).thenReturn(user);
        when(user.isPermissionGrantedForProject("project42", Permission.EDIT_PROJECT))
                .thenReturn(true);
        controller = new AccessController(
                mock(WebControllerManager.class), projects, security, new LookAtAws(this::credentials, door()));
        enter("aws.endpoint", aws.endpoint().toString());
        enter("aws.region", "eu-central-1");
        enter("deploy.cluster", "prod");
        enter("deploy.service", "web");
    }

    private AwsDoor door() {
        return new AwsDoor(
                clock,
                new CallLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        2,
                        Duration.ofMillis(1),
                        Duration.ofMillis(1)));
    }

    private ConnectionAccess credentials(Object project, ConnectionAccess wanted) throws ConnectionRefused {
        asked.add(wanted);
        if (refusal.isPresent()) {
            throw new ConnectionRefused(refusal.get());
        }
        return new ConnectionAccess(
                wanted.id(),
                wanted.minutes(),
                Optional.of(new AwsAccess.Keys("ASIA7", Secret.of("s3cret"), Optional.of(Secret.of("t0ken")))),
                Optional.of(new AwsRegion("eu-west-1")),
                Optional.empty(),
                Optional.empty());
    }

    PageOfStep enter(String name, String value) {
        entered.put(name, value);
        return this;
    }

    PageOfStep withConnection() {
        return enter("aws.connection", SceneOfProjects.CONNECTION);
    }

    /** Saves what the page shows, with a secret. */
    PageOfStep savedWithKeys() {
        enter("aws.accessKeyId", "AKIDOFSTEP");
        stored.putAll(entered);
        stored.put("secure:aws.secretAccessKey", SECRET);
        return this;
    }

    PageOfStep withFeature(String connection, String profile) {
        SBuildFeatureDescriptor feature = mock(SBuildFeatureDescriptor.class);
        when(feature.getParameters()).thenReturn(Map.of("awsConnectionId", connection, "awsProfile", profile));
        features.add(feature);
        return this;
    }

    String test() {
        return send(Map.of("step", RunTypeId.DEPLOY));
    }

    String offer(String what) {
        return send(Map.of("step", RunTypeId.DEPLOY, "offer", what));
    }

    private String send(Map<String, String> more) {
        Map<String, String[]> parameters = new HashMap<>();
        entered.forEach((name, value) -> parameters.put("prop:" + name, new String[] {value}));
        Map<String, String> plain = new HashMap<>(more);
        plain.put("id", id);
        plain.put("runnerId", "RUNNER_3");
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getHeader("X-TC-CSRF-Token")).thenReturn(token);
        when(request.getParameterMap()).thenReturn(parameters);
        when(request.getParameter(anyString())).thenAnswer(call -> plain.get(call.<String>getArgument(0)));
        Answer answer = new Answer();
        HttpServletResponse response = mock(HttpServletResponse.class);
        try {
            when(response.getOutputStream()).thenReturn(answer);
            doAnswer(call -> status = call.getArgument(0)).when(response).setStatus(any(Integer.class));
            controller.doHandle(request, response);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return answer.bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.clearProperty(AllowedAddresses.PROPERTY);
        aws.close();
    }

    private static final class Answer extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int next) {
            bytes.write(next);
        }
    }
}
