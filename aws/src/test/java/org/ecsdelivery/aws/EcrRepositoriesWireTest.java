package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.settings.TagMutability;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.Repositories;
import org.ecsdelivery.engine.image.RepositoriesContract;
import org.ecsdelivery.sandbox.aws.registry.CreationTemplate;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ECR's repositories over the wire. */
class EcrRepositoriesWireTest extends RepositoriesContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected Repositories repositories() {
        return sandbox.clients.imageRegistry().repositories().orElseThrow();
    }

    @Override
    protected void addTemplate(String prefix) {
        template(prefix, "CREATE_ON_PUSH");
    }

    private void template(String prefix, String... appliedFor) {
        sandbox.aws.registry().add(new CreationTemplate(prefix, List.of(appliedFor), RepositorySettings.defaults()));
    }

    @Test
    void tagsANewRepository() {
        repositories()
                .create(
                        ImageReference.parse("team/shop"),
                        new RepositoryPolicy(
                                TagMutability.DEFAULT,
                                List.of(),
                                Optional.empty(),
                                false,
                                Map.of("team", "shop"),
                                List.of(),
                                Optional.empty()));
        assertThat(sandbox.aws
                        .registry()
                        .repository("team/shop")
                        .orElseThrow()
                        .settings()
                        .resourceTags())
                .containsEntry("team", "shop");
    }

    @Test
    void takesTheTemplateOfTheLongestPrefix() {
        template("ROOT", "CREATE_ON_PUSH");
        template("team", "PULL_THROUGH_CACHE");
        assertThat(repositories().templateOnPush(ImageReference.parse("other/shop")))
                .contains("ROOT");
        assertThat(repositories().templateOnPush(ImageReference.parse("team/shop")))
                .isEmpty();
    }

    @Test
    void hasAPushMakeTheRepository() {
        template("team", "CREATE_ON_PUSH");
        new SmallImage(sandbox.aws).pushed("team/shop", "1");
        assertThat(repositories().look(ImageReference.parse("team/shop"))).isPresent();
    }
}
