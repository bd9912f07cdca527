package org.ecsdelivery.dist.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Constraint;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;
import org.ecsdelivery.sandbox.aws.cloudformation.template.References;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;

/** What CloudFormation's own validation, and AWS when it creates the stack, would object to. */
class TemplateStructureTest {
    /** The most that CreateStack takes without an S3 bucket (CloudFormation quotas). */
    private static final int LARGEST_BODY = 51_200;

    @EveryTemplate
    void canBeSentWithoutABucket(String name) throws Exception {
        assertThat(Templates.read(name).text().length()).isLessThanOrEqualTo(LARGEST_BODY);
    }

    @EveryTemplate
    void hasOnlySectionsThatTemplatesHave(String name) throws Exception {
        assertThat(Set.of(
                        "AWSTemplateFormatVersion",
                        "Description",
                        "Metadata",
                        "Parameters",
                        "Rules",
                        "Conditions",
                        "Resources",
                        "Outputs"))
                .containsAll(Templates.read(name).content().keySet());
    }

    @EveryTemplate
    void refersToNothingThatIsNotThere(String name) throws Exception {
        Template template = Templates.read(name);
        Set<String> there = new TreeSet<>(template.parameters().keySet());
        there.addAll(template.resources().keySet());

        assertThat(there).containsAll(References.of(template.resources()).all());
        assertThat(there).containsAll(References.of(template.section("Outputs")).all());
    }

    @EveryTemplate
    void asksRulesAndConditionsOfParametersOnly(String name) throws Exception {
        Template template = Templates.read(name);

        assertThat(template.parameters().keySet())
                .containsAll(References.of(template.section("Rules")).all())
                .containsAll(References.of(template.section("Conditions")).all());
    }

    @EveryTemplate
    void usesEveryParameter(String name) throws Exception {
        Template template = Templates.read(name);
        Set<String> used = new TreeSet<>(References.of(template.resources()).all());
        used.addAll(References.of(template.section("Conditions")).all());

        assertThat(used).containsAll(template.parameters().keySet());
    }

    @EveryTemplate
    void usesEveryConditionAndNoOther(String name) throws Exception {
        Template template = Templates.read(name);

        assertThat(References.of(template.content()).conditions())
                .containsExactlyInAnyOrderElementsOf(
                        template.section("Conditions").keySet());
    }

    @EveryTemplate
    void givesEachResourceWhatItsTypeNeedsAndKnows(String name) throws Exception {
        ResourceTypes types = ResourceTypes.recorded();

        Templates.read(name).resources().forEach((id, each) -> {
            Map<String, Object> resource = Parts.map(each);
            ResourceTypes.Type type = types.of((String) resource.get("Type"));
            Set<String> given = Parts.map(resource.get("Properties")).keySet();
            assertThat(given).as(id).containsAll(type.required());
            assertThat(type.known()).as(id).containsAll(given);
            assertThat(Set.of(
                            "Type",
                            "Condition",
                            "DependsOn",
                            "DeletionPolicy",
                            "UpdateReplacePolicy",
                            "Metadata",
                            "Properties"))
                    .as(id)
                    .containsAll(resource.keySet());
        });
    }

    @EveryTemplate
    void asksResourcesForAttributesThatTheyHave(String name) throws Exception {
        ResourceTypes types = ResourceTypes.recorded();
        Template template = Templates.read(name);

        References.of(template.content()).attributes().forEach(each -> {
            Map<String, Object> resource = Parts.map(template.resources().get(each.get(0)));
            assertThat(types.of((String) resource.get("Type")).attributes())
                    .as(each.toString())
                    .contains(each.get(1));
        });
    }

    @EveryTemplate
    void keepsDataWhenTheStackGoesButNothingOfAnAttemptThatFailed(String name) throws Exception {
        Templates.read(name).resources().forEach((id, each) -> {
            Map<String, Object> resource = Parts.map(each);
            if (Set.of("AWS::ECR::Repository", "AWS::Logs::LogGroup").contains(resource.get("Type"))) {
                assertThat(resource)
                        .as(id)
                        .containsEntry("DeletionPolicy", "RetainExceptOnCreate")
                        .containsEntry("UpdateReplacePolicy", "Retain");
            }
        });
    }

    @EveryTemplate
    void saysOfEachParameterWhatItIsAndWhatItMayBe(String name) throws Exception {
        Templates.read(name).parameters().forEach((id, each) -> {
            Map<String, Object> parameter = Parts.map(each);
            assertThat(parameter).as(id).containsKey("Description");
            boolean free =
                    !String.valueOf(parameter.get("Type")).contains("AWS::") && !parameter.containsKey("AllowedValues");
            assertThat(!free || parameter.containsKey("ConstraintDescription"))
                    .as(id + " has a ConstraintDescription")
                    .isTrue();
        });
    }

    @EveryTemplate
    void hasDefaultsThatItsOwnConstraintsAllow(String name) throws IOException {
        Templates.read(name).parameters().forEach((id, each) -> {
            Object value = Parts.map(each).get("Default");
            if (value != null) {
                assertThat(Constraint.of(Parts.map(each)).allows(String.valueOf(value)))
                        .as(id)
                        .isTrue();
            }
        });
    }

    @EveryTemplate
    void groupsEveryParameterOnceForTheConsole(String name) throws Exception {
        Template template = Templates.read(name);
        Map<String, Object> form = Parts.map(template.section("Metadata").get("AWS::CloudFormation::Interface"));

        assertThat(Parts.list(form.get("ParameterGroups")).stream()
                        .flatMap(each -> Parts.list(Parts.map(each).get("Parameters")).stream())
                        .map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(template.parameters().keySet());
    }
}
