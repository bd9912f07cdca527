package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.ecsdelivery.common.settings.EnvFileObject;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.S3Folder;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;

/** What the new tasks get of an env file, from the build to the container. */
class EnvFileWireTest {
    private static final S3Folder FOLDER = new S3Folder("shop-files", "prod");
    private static final String REFERENCE_NAME = "/shop/db-password";

    private final StepOnLocalAws step = new StepOnLocalAws();

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void tasksReadTheCopyInS3() {
        step.aws.buckets().create("shop-files");
        step.service(1).create();

        DeployResult result =
                step.changing(copy("one", "DB_HOST=db.internal \n")).run();

        assertThat(result).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(environment()).containsEntry("DB_HOST", "db.internal ");
    }

    @Test
    void tasksReadWhatIsReferredToWhereItLies() {
        String arn = step.aws.parameters().secure(REFERENCE_NAME, "hunter2!");
        step.service(1).create();

        step.changing(RevisionChanges.NONE
                        .using(EnvFileUse.of(".env", EnvFileUse.As.SECRETS))
                        .taking(Map.of("DB_HOST", "db.internal "), Map.of("DB_PASSWORD", arn)))
                .run();

        assertThat(environment()).containsEntry("DB_HOST", "db.internal ").containsEntry("DB_PASSWORD", "hunter2!");
    }

    @Test
    void aSecondBuildWithTheSameFileRegistersNoRevision() {
        step.aws.buckets().create("shop-files");
        step.service(1).create();
        step.changing(copy("one", "DB_HOST=db.internal\n")).run();
        int revisions = revisions();

        step.run();

        assertThat(revisions()).isEqualTo(revisions);
    }

    private static RevisionChanges copy(String id, String content) {
        return RevisionChanges.NONE
                .using(EnvFileUse.of(".env", FOLDER))
                .storing(EnvFileObject.in(FOLDER, id, content, Set.of("DB_HOST")));
    }

    private Map<String, String> environment() {
        try (EcsClient ecs = step.somebodyElse()) {
            String task = ecs.listTasks(request -> request.cluster(StepOnLocalAws.CLUSTER))
                    .taskArns()
                    .get(0);
            return step.aws.ecs().environment(StepOnLocalAws.CLUSTER, task, "app");
        }
    }

    private int revisions() {
        try (EcsClient ecs = step.somebodyElse()) {
            return ecs.listTaskDefinitions().taskDefinitionArns().size();
        }
    }
}
