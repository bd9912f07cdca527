package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.common.settings.CacheParameters;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.image.BuildPaths;
import org.ecsdelivery.engine.image.BuildPlace;
import org.ecsdelivery.engine.image.BuildSecrets;
import org.ecsdelivery.engine.image.DockerfileText;
import org.ecsdelivery.engine.image.GovernedRegistries;
import org.ecsdelivery.engine.image.ImageBuildAndPush;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.PushedImage;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.scan.ScanGate;
import org.ecsdelivery.engine.scan.ScanPorts;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Poller;

/** The image step: builds an image, pushes it and tells the steps after it which one that is. */
final class ImageStep implements StepWork {
    private final Wiring wiring;
    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final StepLog log;
    private final List<EnvFile> envFiles;
    private final ReportFiles files;
    private final ImageTold told;
    private final ImageSoFar soFar = new ImageSoFar();

    ImageStep(Wiring wiring, BuildRunnerContext context, StepLog log, List<EnvFile> envFiles, ReportFiles files) {
        this.files = files;
        this.told = new ImageTold(log, files, wiring.clock(), soFar);
        this.envFiles = envFiles;
        this.wiring = wiring;
        this.build = context.getBuild();
        this.context = context;
        this.log = log;
    }

    @Override
    public Optional<Problem> run(Cancellation cancellation) {
        StepSettings.mask(context.getRunnerParameters(), log.masking());
        ImageSettings settings = new LifecyclePolicyText(context).in(settings());
        mask(settings);
        soFar.cleanUp(settings.options().cleanUp());
        try (DockerfileText text = DockerfileText.of(settings.options(), place())) {
            buildAndPush(settings, text.in(place()), cancellation);
        }
        return Optional.empty();
    }

    private void buildAndPush(ImageSettings settings, BuildPlace place, Cancellation cancellation) {
        Set<Path> kept = new HashSet<>(place.kept());
        kept.addAll(new EnvFilesInContext(envFiles, log).kept(BuildPaths.resolve(settings, place)));
        soFar.callsAws();
        try (Outside outside = wiring.door()
                .open(settings.access(), context.getBuildParameters().getEnvironmentVariables(), event -> {})) {
            log.masking().follow(outside::secrets);
            log.line(outside.description());
            new PlainSecrets(log.masking()).warnings(settings).forEach(warning -> log.line(warning, Status.WARNING));
            PushedImage image = told.during(() -> pushed(settings, place.keeping(kept), outside, cancellation));
            cancellation.throwIfCancelled();
            tell(image);
        }
    }

    @Override
    public String leftBehind() {
        return soFar.leftBehind();
    }

    private ImageSettings settings() {
        ImageSettings given = StepSettings.required(
                ImageParameters.parse(StepSettings.given(ImageParameters.ALL, context), References.RESOLVED));
        return build.isPersonal() ? personal(given) : given;
    }

    private ImageSettings personal(ImageSettings given) {
        PolicyGate gate = PolicyGate.of(context);
        gate.requirePersonalImages();
        ImageSettings settings = new PersonalImage(build, gate.user()).of(given);
        log.line("This is a personal build: the image gets tags of its own, "
                + settings.tags().stream().map(Object::toString).collect(Collectors.joining(", ")) + ".");
        given.options()
                .cache()
                .written()
                .ifPresent(cache -> log.line("A personal build leaves no cache in " + cache + " ("
                        + CacheParameters.TO.name() + "): what it may hold is not for others."));
        return settings;
    }

    /** What RUN reads it may print. Of an env file of this build it is known already which values are secret. */
    private void mask(ImageSettings settings) {
        BuildSecrets.resolve(settings.secrets(), place()).values().stream()
                .filter(file -> envFiles.stream().noneMatch(each -> each.file().equals(file)))
                .forEach(file -> SecretFileValues.in(file).forEach(log.masking()::add));
    }

    private BuildPlace place() {
        return new BuildPlace(
                build.getCheckoutDirectory().toPath(),
                context.getWorkingDirectory().toPath(),
                build.getBuildTempDirectory().toPath());
    }

    private Registries masked(ImageSettings settings, Outside outside) {
        return new MaskedRegistries(outside.registries(settings.targets()), log.masking());
    }

    private Registries governed(ImageSettings settings, Outside outside) {
        return new GovernedRegistries(
                masked(settings, outside), settings.newRepository(), new BuildLogReporter(log, wiring.clock()));
    }

    private ImageGate gate(ImageSettings settings, Outside outside, Cancellation cancellation) {
        ScanGate gate = new ScanGate(
                new ScanPorts(
                        outside.scans(settings.targets()),
                        masked(settings, outside),
                        outside.aws().ecs()),
                settings.scan(),
                wiring.clock(),
                new Poller(wiring.clock(), wiring.pause(), cancellation),
                both(new BuildLogReporter(log, wiring.clock()), soFar));
        return new ImageGate(gate, settings.scan().mode(), wiring.clock(), log, files);
    }

    private PushedImage pushed(ImageSettings settings, BuildPlace place, Outside outside, Cancellation cancellation) {
        ImageEngine engine = outside.docker();
        OwnImages images = OwnImages.of(context, log);
        EngineListener listener = settings.options().cleanUp() == ImageCleanUp.KEEP ? told : both(images, told);
        try {
            PushedImage image = new ImageBuildAndPush(
                            engine, governed(settings, outside), wiring.clock(), wiring.pause(), cancellation, listener)
                    .run(
                            settings,
                            place,
                            new BuildTraits(build, context).facts(wiring.clock().instant()),
                            gate(settings, outside, cancellation));
            soFar.cleansUp();
            return image;
        } finally {
            new ImageLeftovers(settings.options().cleanUp(), images, log).removeFrom(engine);
        }
    }

    private static EngineListener both(EngineListener first, EngineListener second) {
        return event -> {
            first.on(event);
            second.on(event);
        };
    }

    private void tell(PushedImage image) {
        build.addSharedConfigParameter(
                BuildParameter.IMAGE_DIGEST, image.digest().value());
        build.addSharedConfigParameter(
                BuildParameter.IMAGE_REPOSITORY, image.repository().name());
        build.addSharedConfigParameter(
                BuildParameter.IMAGE_TAG, image.tags().get(0).value());
        build.addSharedConfigParameter(BuildParameter.IMAGE_URI, image.pinned().toString());
        build.addSharedConfigParameter(BuildParameter.IMAGE_URIS, names(image.everywhere()));
        log.statistic(BuildStatistic.IMAGE_SIZE.key(), BigDecimal.valueOf(image.bytes()));
        log.statistic(
                BuildStatistic.IMAGE_PUSH.key(),
                BigDecimal.valueOf(image.pushTook().toMillis()));
        log.line("The image is " + image.pinned() + " (parameter " + BuildParameter.IMAGE_URI + ").");
        if (image.everywhere().size() > 1) {
            log.line("It is in " + image.everywhere().size() + " repositories: " + names(image.everywhere())
                    + " (parameter " + BuildParameter.IMAGE_URIS + ").");
        }
    }

    private static String names(List<ImageReference> images) {
        return images.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
