package org.ecsdelivery.dist.kotlin;

import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.TaskParameters;

/**
 * One step, build feature or project feature of ours as Kotlin sees it.
 *
 * @param type what the server half calls it
 * @param className the Kotlin class; the file is named after it
 * @param function the Kotlin function that adds one
 * @param description what it does
 * @param table its parameters
 * @param example one that is complete
 */
record KotlinExtension(
        Kind kind,
        String type,
        String className,
        String function,
        String description,
        List<Parameter> table,
        KotlinExample example) {

    /** Where it is used. */
    enum Kind {
        STEP("buildStep"),
        FEATURE("buildFeature"),
        PROJECT_FEATURE("projectFeature");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** A use of it; the code is Kotlin. */
    record KotlinExample(String description, String code) {}

    /** TeamCity keeps the working directory of a step beside our parameters (server-api, AgentRuntimeProperties). */
    static final Parameter WORKING_DIRECTORY = Parameter.text(
            "teamcity.build.workingDir",
            "Working directory",
            "Enter the directory, from the checkout directory, that relative paths start from. Leave it empty for the"
                    + " checkout directory.");

    private static final List<KotlinExtension> ALL = List.of(
            new KotlinExtension(
                    Kind.STEP,
                    RunTypeId.IMAGE,
                    "EcrImageStep",
                    "ecrImage",
                    "Builds a container image from a Dockerfile and pushes it to Amazon ECR.",
                    Stream.concat(Stream.of(WORKING_DIRECTORY), ImageParameters.ALL.stream())
                            .toList(),
                    new KotlinExample("Pushes one image under the number of the build.", """
                            ecrImage {
                                repository = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop"
                                tags = "%build.number%"
                                builder = EcrImageStep.Builder.BUILDKIT
                            }
                            """)),
            new KotlinExtension(
                    Kind.STEP,
                    RunTypeId.DEPLOY,
                    "EcsDeployStep",
                    "ecsDeploy",
                    "Deploys an image to an Amazon ECS service and follows the deployment until the old tasks are drained.",
                    DeployParameters.ALL,
                    new KotlinExample("Deploys what the image step of the same build pushed.", """
                            ecsDeploy {
                                cluster = "prod"
                                service = "shop-web"
                                image = "%ecs-delivery.image.uri%"
                                finishLevel = EcsDeployStep.FinishLevel.DRAINED
                                region = "eu-central-1"
                            }
                            """)),
            new KotlinExtension(
                    Kind.STEP,
                    RunTypeId.TASK,
                    "EcsTaskStep",
                    "ecsTask",
                    "Runs an Amazon ECS task to its end, with its log in the build log.",
                    TaskParameters.ALL,
                    new KotlinExample("Runs one task where a service runs.", """
                            ecsTask {
                                cluster = "prod"
                                definition = "shop-report"
                                launch = EcsTaskStep.Launch.SERVICE
                                service = "shop-web"
                            }
                            """)),
            new KotlinExtension(
                    Kind.STEP,
                    RunTypeId.COVERAGE,
                    "PublishCoverageStep",
                    "publishCoverage",
                    "Publishes coverage of tests in many formats, and fails the build where it is too low.",
                    CoverageParameters.ALL,
                    new KotlinExample("Demands 80 % of all lines.", """
                            publishCoverage {
                                minimums = "lines 80"
                            }
                            """)),
            new KotlinExtension(
                    Kind.STEP,
                    RunTypeId.DOCTOR,
                    "CheckPipelineStep",
                    "checkPipeline",
                    "Checks what services are deployed to, and changes nothing.",
                    DoctorParameters.ALL,
                    new KotlinExample("Checks one service.", """
                            checkPipeline {
                                cluster = "prod"
                                services = "shop-web"
                                failOn = CheckPipelineStep.FailOn.ERROR
                            }
                            """)),
            new KotlinExtension(
                    Kind.STEP,
                    RunTypeId.SETUP,
                    "PipelineSetupStep",
                    "pipelineSetup",
                    "Makes a CloudFormation stack what a template says, and shows the changes before it carries them out.",
                    Stream.concat(Stream.of(WORKING_DIRECTORY), SetupParameters.ALL.stream())
                            .toList(),
                    new KotlinExample("Shows what would change, for a build that somebody approves.", """
                            pipelineSetup {
                                stack = "shop-pipeline"
                                template = "infrastructure/application-pipeline.yaml"
                                parameters = "ApplicationName=shop"
                                roles = true
                                apply = PipelineSetupStep.Apply.SHOW
                            }
                            """)),
            new KotlinExtension(
                    Kind.FEATURE,
                    EnvFileFeature.TYPE,
                    "EnvFileFeature",
                    "envFile",
                    "Makes an env file before the steps run, and deletes it when the build ends.",
                    EnvFileParameters.ALL,
                    new KotlinExample("Makes a file for Compose from parameters and one secret.", """
                            envFile {
                                path = "env/shop.env"
                                dialect = EnvFileFeature.Dialect.COMPOSE
                                secrets = "shop/prod"
                            }
                            """)),
            new KotlinExtension(
                    Kind.PROJECT_FEATURE,
                    PolicyParameters.TYPE,
                    "EcsDeployPolicy",
                    "ecsDeployPolicy",
                    "Says who may deploy which branches to which services, for a project and all below it.",
                    PolicyParameters.ALL,
                    new KotlinExample("Protects a cluster: only the default branch, one build at a time.", """
                            ecsDeployPolicy {
                                environments = "prod"
                                branches = "<default>"
                                oneAtATime = EcsDeployPolicy.OneAtATime.QUEUE
                            }
                            """)));

    static List<KotlinExtension> all() {
        return ALL;
    }

    String file() {
        return className + ".xml";
    }
}
