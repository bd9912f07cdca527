package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.EnvFileObject;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What the engine relies on of revisions. */
abstract class EcsRevisionsContract extends EcsContractWorld {
    @Test
    void tellsTheContainersOfARevision() {
        serviceRuns(1);
        RevisionState revision = ecs().revision(look().taskDefinition());
        assertThat(revision.arn()).isEqualTo(look().taskDefinition());
        assertThat(revision.networkMode()).isEqualTo("awsvpc");
        assertThat(revision.containers())
                .extracting(each -> each.name().value())
                .containsExactly(APP, SIDECAR);
    }

    @Test
    void tellsHowLongAContainerMayTakeToEndAndThatItTakesNoPortOfItsHost() {
        serviceRuns(1);
        assertThat(ecs().revision(look().taskDefinition()).containers()).allSatisfy(container -> {
            assertThat(container.stopTimeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(container.healthyWithin()).isEmpty();
            assertThat(container.hostPorts()).isEmpty();
        });
    }

    @Test
    void tellsWhichTasksAreProtectedFromScaleIn() {
        serviceRuns(2);
        List<String> arns = ecs().listTasks(cluster(), service(), EcsApi.TaskList.RUNNING);
        protect(arns.get(0));

        assertThat(ecs().protectedUntil(cluster(), arns)).containsOnlyKeys(arns.get(0));
        assertThat(ecs().protectedUntil(cluster(), arns.subList(1, 2))).isEmpty();
    }

    @Test
    void tellsThePortsOfAContainer() {
        serviceRuns(1);
        assertThat(ecs().revision(look().taskDefinition()).containers().get(0).ports())
                .containsExactly(8080);
    }

    @Test
    void refusesToDescribeARevisionThatDoesNotExist() {
        serviceRuns(1);
        String missing = look().taskDefinition().replaceFirst("\\d+$", "4711");
        assertFailsWith(FailureKind.AWS_REFUSED, missing, () -> ecs().revision(missing));
    }

    @Test
    void registersTheNextRevisionOfTheSameFamily() {
        serviceRuns(1);
        String base = look().taskDefinition();
        assertThat(registered()).isNotEqualTo(base).startsWith(base.replaceFirst("\\d+$", ""));
    }

    @Test
    void findsTheRevisionThatIsJustWhatItWouldRegister() {
        serviceRuns(1);
        String base = look().taskDefinition();
        assertThat(equalTo(base)).isEmpty();
        String next = registered(Map.of("ecs-delivery:build-id", "42"));
        assertThat(equalTo(base)).contains(next);
        assertThat(equalTo(next)).contains(next);
    }

    @Test
    void findsNoRevisionThatHasTheImageButOtherVariables() {
        serviceRuns(1);
        String base = look().taskDefinition();
        RevisionChanges changes = variables(Map.of("LEVEL", "debug"), Set.of());
        String next = changed(base, changes);
        assertThat(equalTo(base)).isEmpty();
        assertThat(ecs().equalRevision(base, new ContainerName(APP), NEW_IMAGE, changes))
                .contains(next);
        assertThat(equalTo(next)).contains(next);
    }

    private Optional<String> equalTo(String base) {
        return ecs().equalRevision(base, new ContainerName(APP), NEW_IMAGE, RevisionChanges.NONE);
    }

    @Test
    void changesTheImageOfTheNamedContainerOnly() {
        serviceRuns(1);
        String sidecar = imageOf(SIDECAR, look().taskDefinition());
        String next = registered();
        assertThat(imageOf(APP, next)).isEqualTo(NEW_IMAGE.toString());
        assertThat(imageOf(SIDECAR, next)).isEqualTo(sidecar);
    }

    @Test
    void leavesTheBaseAsItWas() {
        serviceRuns(1);
        String base = look().taskDefinition();
        RevisionState before = ecs().revision(base);
        registered();
        assertThat(ecs().revision(base)).isEqualTo(before);
    }

    @Test
    void tellsTheTagsOfARevisionAndWhoRegisteredIt() {
        serviceRuns(1);
        RevisionState seen = ecs().revision(registered(Map.of("ecs-delivery:build-id", "42", "team", "shop")));
        assertThat(seen.tags()).containsEntry("ecs-delivery:build-id", "42").containsEntry("team", "shop");
        assertThat(seen.registeredBy())
                .hasValueSatisfying(who -> assertThat(who).startsWith("arn:"));
    }

    @Test
    void handsNoTagOfTheBuildThatMadeTheBaseDownToTheNextRevision() {
        serviceRuns(1);
        String base =
                registered(Map.of("ecs-delivery:build-id", "42", "ecs-delivery:build-url", "https://ci/build/42"));
        String next = ecs().register(
                        base,
                        new ContainerName(APP),
                        NEW_IMAGE,
                        RevisionChanges.NONE,
                        Map.of("ecs-delivery:build-id", "43"));
        assertThat(ecs().revision(next).tags())
                .containsEntry("ecs-delivery:build-id", "43")
                .doesNotContainKey("ecs-delivery:build-url");
    }

    @Test
    void setsTagsAndHandsThoseOfTheBaseDown() {
        serviceRuns(1);
        String first = tagged(look().taskDefinition(), Map.of("team", "shop", "cost", "1"));
        assertThat(ecs().revision(tagged(first, Map.of("cost", "2"))).tags())
                .containsEntry("team", "shop")
                .containsEntry("cost", "2");
    }

    @Test
    void findsNoRevisionWithoutTheTagsThatItShallHave() {
        serviceRuns(1);
        String next = tagged(look().taskDefinition(), Map.of("team", "shop"));
        assertThat(equalTagged(next, Map.of("team", "shop"))).contains(next);
        assertThat(equalTagged(next, Map.of("team", "mail"))).isEmpty();
        assertThat(equalTagged(next, Map.of("team", "shop", "cost", "1"))).isEmpty();
        assertThat(equalTo(next)).contains(next);
    }

    private String tagged(String base, Map<String, String> tags) {
        return changed(base, RevisionChanges.NONE.tagged(tags));
    }

    private Optional<String> equalTagged(String base, Map<String, String> tags) {
        return ecs().equalRevision(base, new ContainerName(APP), NEW_IMAGE, RevisionChanges.NONE.tagged(tags));
    }

    @Test
    void namesTheContainerThatIsNotInTheBase() {
        serviceRuns(1);
        String base = look().taskDefinition();
        assertFailsWith(
                FailureKind.CONTAINER_NOT_FOUND,
                "ghost",
                () -> ecs().register(base, new ContainerName("ghost"), NEW_IMAGE, RevisionChanges.NONE, Map.of()));
    }

    @Test
    void setsAndRemovesVariablesOfTheNamedContainerOnly() {
        serviceRuns(1);
        String first = changed(look().taskDefinition(), variables(Map.of("A", "1", "B", "2=2"), Set.of()));
        String second = changed(first, variables(Map.of("C", "3"), Set.of("A")));
        assertThat(container(APP, first).variables().plain()).isEqualTo(Map.of("A", "1", "B", "2=2"));
        assertThat(container(APP, second).variables().plain()).isEqualTo(Map.of("B", "2=2", "C", "3"));
        assertThat(container(SIDECAR, second).variables()).isEqualTo(Variables.NONE);
    }

    @Test
    void makesASecretOfAVariable() {
        serviceRuns(1);
        String arn = "arn:aws:ssm:eu-central-1:123456789012:parameter/db";
        String first = changed(look().taskDefinition(), variables(Map.of("DB", "in clear"), Set.of()));
        String second = changed(
                first,
                new RevisionChanges(
                        Map.of(),
                        Map.of("DB", arn),
                        Set.of(),
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(container(APP, second).variables()).isEqualTo(new Variables(Map.of(), Map.of("DB", arn)));
    }

    @Test
    void namesAnEnvFileInThePlaceOfOursOnlyAndTakesItAwayAgain() {
        serviceRuns(1);
        String base = look().taskDefinition();
        String others = changed(base, withEnvFile("arn:aws:s3:::files/theirs.env"));
        String first = changed(others, withEnvFile("arn:aws:s3:::files/ecs-delivery-1.env"));
        String second = changed(first, withEnvFile("arn:aws:s3:::files/ecs-delivery-2.env"));
        String without = changed(second, withoutEnvFile());

        assertThat(container(APP, second).variables().files())
                .containsExactly("arn:aws:s3:::files/theirs.env", "arn:aws:s3:::files/ecs-delivery-2.env");
        assertThat(container(SIDECAR, second).variables().files()).isEmpty();
        assertThat(container(APP, without).variables().files()).containsExactly("arn:aws:s3:::files/theirs.env");
    }

    @Test
    void findsARevisionWithTheSameEnvFileOnly() {
        serviceRuns(1);
        String base = look().taskDefinition();
        RevisionChanges changes = withEnvFile("arn:aws:s3:::files/ecs-delivery-1.env");
        String next = changed(base, changes);

        assertThat(ecs().equalRevision(base, new ContainerName(APP), NEW_IMAGE, changes))
                .contains(next);
        assertThat(ecs().equalRevision(
                                base,
                                new ContainerName(APP),
                                NEW_IMAGE,
                                withEnvFile("arn:aws:s3:::files/ecs-delivery-2.env")))
                .isEmpty();
    }

    private static RevisionChanges withoutEnvFile() {
        return RevisionChanges.NONE.using(EnvFileUse.of(".env", EnvFileUse.As.SECRETS));
    }

    private static RevisionChanges withEnvFile(String arn) {
        return withoutEnvFile().storing(new EnvFileObject("files", "web.env", "A=1", Set.of("A"), Optional.of(arn)));
    }

    @Test
    void changesCommandSizeAndRoles() {
        serviceRuns(1);
        String role = "arn:aws:iam::123456789012:role/";
        String next = changed(
                look().taskDefinition(),
                new RevisionChanges(
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        false,
                        List.of("serve", "--port=80 80"),
                        Optional.of("512"),
                        Optional.of("1024"),
                        Optional.of(role + "task"),
                        Optional.of(role + "execution")));
        assertThat(ecs().revision(next).traits())
                .isEqualTo(new TaskTraits("512", "1024", role + "task", role + "execution"));
        assertThat(container(APP, next).command()).containsExactly("serve", "--port=80 80");
    }

    private String changed(String base, RevisionChanges changes) {
        return ecs().register(base, new ContainerName(APP), NEW_IMAGE, changes, Map.of());
    }

    private static RevisionChanges variables(Map<String, String> environment, Set<String> removed) {
        return new RevisionChanges(
                environment,
                Map.of(),
                removed,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private RevisionState.Container container(String name, String revision) {
        return ecs().revision(revision).containers().stream()
                .filter(each -> each.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String imageOf(String container, String revision) {
        return ecs().revision(revision).containers().stream()
                .filter(each -> each.name().value().equals(container))
                .map(RevisionState.Container::image)
                .findFirst()
                .orElseThrow();
    }

    private static String family(String arn) {
        String id = RevisionState.shortId(arn);
        return id.substring(0, id.lastIndexOf(':'));
    }

    @Test
    void listsTheActiveRevisionsNewestFirst() {
        serviceRuns(1);
        String base = look().taskDefinition();
        String second = registered();
        String third = registered();
        assertThat(ecs().activeRevisions(family(base))).containsExactly(third, second, base);
        ecs().deregister(second);
        assertThat(ecs().activeRevisions(family(base))).containsExactly(third, base);
        assertThat(ecs().activeRevisions("no-such-family")).isEmpty();
    }

    @Test
    void knowsTheRevisionsThatAServiceBringsOrATaskRuns() {
        serviceRuns(1);
        String base = look().taskDefinition();
        registered();
        assertThat(ecs().revisionsInUse(family(base))).containsExactly(base);
        String brought = deployed().taskDefinition();
        assertThat(ecs().revisionsInUse(family(base))).containsExactlyInAnyOrder(base, brought);
    }
}
