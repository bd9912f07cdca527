package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.settings.LifecyclePolicyFile;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineEvent.Warned;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class GovernedRegistryTest {
    private static final ImageReference SHOP =
            ImageReference.parse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop");
    private static final String[] STRICT = {
        "image.tagMutability", "IMMUTABLE",
        "image.mutableTags", "latest",
        "image.repositoryKmsKey", "alias/images",
        "image.scanOnPush", "true",
        "image.lifecycleRules", "expire personal-* after 14 days"
    };

    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryImageRegistry registry =
            new InMemoryImageRegistry(SHOP.host().orElseThrow(), new VirtualTime());
    private Repositories repositories = new InMemoryRepositories(registry);

    private GovernedRegistry governed(String... keysAndValues) {
        return new GovernedRegistry(registry, repositories, policy(keysAndValues), events);
    }

    private static RepositoryPolicy policy(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", "team/shop", "image.tags", "17", "aws.region", "eu-central-1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED))
                .settings()
                .newRepository();
    }

    private List<String> warnings() {
        return events.of(Warned.class).stream().map(Warned::text).toList();
    }

    @Test
    void makesARepositoryByThePolicy() {
        governed(STRICT).create(SHOP);
        assertThat(((InMemoryRepositories) repositories).madeWith(SHOP)).contains(policy(STRICT));
    }

    @Test
    void hasNothingToSayOfARepositoryThatIsAsItWasToBe() {
        governed(STRICT).create(SHOP);
        assertThat(governed(STRICT).exists(SHOP)).isTrue();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void tellsEveryDifferenceWithTheCommandThatMendsItAndChangesNothing() {
        registry.with(SHOP);
        assertThat(governed(STRICT).exists(SHOP)).isTrue();
        assertThat(warnings())
                .satisfiesExactly(
                        tags -> assertThat(tags)
                                .contains(
                                        "has tags that are MUTABLE",
                                        "image.tagMutability",
                                        "aws ecr put-image-tag-mutability --repository-name team/shop"
                                                + " --image-tag-mutability IMMUTABLE_WITH_EXCLUSION"
                                                + " --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=latest"),
                        key -> assertThat(key).contains("ECR's own key and not with alias/images", "cannot change"),
                        scan -> assertThat(scan).contains("scanOnPush=true"),
                        lifecycle -> assertThat(lifecycle)
                                .contains("has no lifecycle policy", "aws ecr put-lifecycle-policy", "personal-*"));
        assertThat(registry.created()).isEmpty();
    }

    @Test
    void looksAtNothingWhereNothingIsAsked() {
        registry.with(SHOP);
        assertThat(governed().exists(SHOP)).isTrue();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void leavesAMissingRepositoryToATemplateOfTheRegistry() {
        repositories = new InMemoryRepositories(registry).withTemplate("team");
        assertThat(governed().exists(SHOP)).isTrue();
        assertThat(warnings()).singleElement().asString().contains("repository creation template team");
    }

    @Test
    void asksForItselfWhereTheStepIsToldMoreThanATemplateMay() {
        repositories = new InMemoryRepositories(registry).withTemplate("team");
        assertThat(governed(STRICT).exists(SHOP)).isFalse();
    }

    @Test
    void findsAMissingRepositoryMissing() {
        assertThat(governed().exists(SHOP)).isFalse();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void goesOnWithoutThePermissionsToLook() {
        registry.with(SHOP);
        repositories = new Denied();
        assertThat(governed("image.scanOnPush", "true").exists(SHOP)).isTrue();
        assertThat(warnings()).singleElement().asString().contains("was not checked", "ecr:DescribeRepositories");
        assertThat(governed().exists(ImageReference.parse("team/other"))).isFalse();
    }

    @Test
    void tellsWhatDiffersThoughItMayNotLookAtTheLifecycle() {
        registry.with(SHOP);
        repositories = new Denied() {
            @Override
            public Optional<RepositoryState> look(ImageReference repository) {
                return Optional.of(new RepositoryState("MUTABLE", List.of(), Optional.empty(), false));
            }
        };
        governed("image.scanOnPush", "true", "image.lifecycleRules", "keep 30 images")
                .exists(SHOP);
        assertThat(warnings())
                .hasSize(2)
                .satisfiesExactly(
                        scan -> assertThat(scan).contains("does not scan on push"),
                        lifecycle -> assertThat(lifecycle).contains("was not checked", "ecr:GetLifecyclePolicy"));
    }

    @Test
    void takesAPolicyForTheSameWhateverItsSpacesAndItsOrder() {
        governed(file("{\"rules\":[{\"rulePriority\":1,\"description\":\"two words\"}]}"))
                .create(SHOP);
        GovernedRegistry again =
                governed(file("{ \"rules\" : [ {\n \"description\": \"two words\", \"rulePriority\": 1 } ] }"));
        assertThat(again.exists(SHOP)).isTrue();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void tellsThatTheLifecyclePolicyIsNotThatOfTheFileAndHowToPutIt() {
        governed("image.lifecycleRules", "keep 30 images").create(SHOP);
        governed(file("{\"rules\":[{\"rulePriority\":1,\"description\":\"a b\"}]}"))
                .exists(SHOP);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains(
                        "has another lifecycle policy, other than image.lifecyclePolicyFile says",
                        "aws ecr put-lifecycle-policy --repository-name team/shop --lifecycle-policy-text 'file://ecr/life.json'");
    }

    private GovernedRegistry governed(LifecyclePolicyFile file) {
        return new GovernedRegistry(registry, repositories, RepositoryPolicy.DEFAULT.withLifecycle(file), events);
    }

    private static LifecyclePolicyFile file(String text) {
        return LifecyclePolicyFile.at("ecr/life.json").holding(text);
    }

    @Test
    void takesAKeyForTheSameByItsId() {
        governed("image.repositoryKmsKey", "arn:aws:kms:eu-central-1:123456789012:key/1234")
                .create(SHOP);
        assertThat(governed("image.repositoryKmsKey", "1234").exists(SHOP)).isTrue();
        assertThat(warnings()).isEmpty();
        governed("image.repositoryKmsKey", "5678").exists(SHOP);
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void leavesTheRestToTheRegistry() {
        assertThat(governed().authorize().host())
                .isEqualTo(new RegistryHost(SHOP.host().orElseThrow().value()));
        assertThat(governed().digestOf(SHOP)).isEmpty();
        assertThat(governed().images(SHOP)).isEmpty();
    }

    /** Lets nobody look. */
    private static class Denied implements Repositories {
        @Override
        public void create(ImageReference repository, RepositoryPolicy policy) {
            throw denied("ecr:CreateRepository");
        }

        @Override
        public Optional<RepositoryState> look(ImageReference repository) {
            throw denied("ecr:DescribeRepositories");
        }

        @Override
        public Optional<String> lifecycle(ImageReference repository) {
            throw denied("ecr:GetLifecyclePolicy");
        }

        @Override
        public Optional<String> templateOnPush(ImageReference repository) {
            throw denied("ecr:DescribeRepositoryCreationTemplates");
        }

        private static AccessDenied denied(String action) {
            return new AccessDenied(action, "team/shop", "not authorized", null);
        }
    }
}
