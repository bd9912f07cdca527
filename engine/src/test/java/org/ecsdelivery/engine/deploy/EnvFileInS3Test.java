package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.EnvFileObject;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.S3Folder;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.Variables;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Plan.Difference;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.Test;

/** A deployment whose container reads a copy of the build's env file. */
class EnvFileInS3Test extends DeployOnTest {
    private static final S3Folder FOLDER = new S3Folder("files", "shop/prod");
    private static final String ARN = "arn:aws:s3:::files/shop/prod/ecs-delivery-one.env";

    @Test
    void putsTheFileThereAndNamesItInTheRevision() {
        buckets.create("files");
        rollsOut();
        targetsGone();

        run(with("one", "A=hunter2!\n"));

        assertThat(buckets.read("files", "shop/prod/ecs-delivery-one.env")).isEqualTo("A=hunter2!\n");
        assertThat(variables(2)).isEqualTo(new Variables(Map.of(), Map.of(), List.of(ARN)));
    }

    @Test
    void hasNothingElsewhereThatWouldCountBeforeTheFile() {
        buckets.create("files");
        ecs.update(settings.cluster(), settings.service(), registered(plainly(Map.of("A", "old", "B", "stays"))));
        rollsOut();
        targetsGone();

        run(with("one", "A=1\n"));

        assertThat(variables(3)).isEqualTo(new Variables(Map.of("B", "stays"), Map.of(), List.of(ARN)));
    }

    @Test
    void tellsTheFileInThePlanAndPutsNothingInADryRun() {
        buckets.create("files");

        run(with("one", "A=hunter2!\n").asDryRun());

        DeployEvent.Planned planned = all(DeployEvent.Planned.class).get(0);
        assertThat(planned.plan().differences()).contains(new Difference("Env files of container app", "", ARN));
        assertThat(planned.plan().notes())
                .anyMatch(note -> note.startsWith("From env file .env, container app gets 1 variable from"
                        + " s3://files/shop/prod/ecs-delivery-one.env, which "));
        assertThat(planned.toString()).doesNotContain("hunter2!");
        assertThat(buckets.keys("files")).isEmpty();
    }

    @Test
    void registersNoRevisionAgainForTheSameFile() {
        buckets.create("files");
        registered(with("one", "A=1\n").changes());
        rollsOut();
        targetsGone();

        run(with("one", "A=1\n"));

        assertThat(all(DeployEvent.RevisionReused.class)).hasSize(1);
        assertThat(buckets.keys("files")).containsExactly("shop/prod/ecs-delivery-one.env");
    }

    @Test
    void changesNothingInEcsWhenTheFileCannotBePutThere() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> run(with("one", "A=1\n")))
                .withMessageContaining("There is no S3 bucket files");

        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
    }

    private DeploySettings with(String id, String content) {
        EnvFileObject copy = EnvFileObject.in(FOLDER, id, content, Set.of("A"));
        return settings.changing(
                RevisionChanges.NONE.using(EnvFileUse.of(".env", FOLDER)).storing(copy));
    }

    private static RevisionChanges plainly(Map<String, String> environment) {
        return new RevisionChanges(
                environment,
                Map.of(),
                Set.of(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String registered(RevisionChanges changes) {
        DeploySettings located = new EnvFileInS3(buckets).located(settings.changing(changes));
        return ecs.register(
                InMemoryEcs.revisionArn(1), new ContainerName("app"), settings.image(), located.changes(), Map.of());
    }

    private Variables variables(int revision) {
        return ecs.revision(InMemoryEcs.revisionArn(revision))
                .containers()
                .get(0)
                .variables();
    }
}
