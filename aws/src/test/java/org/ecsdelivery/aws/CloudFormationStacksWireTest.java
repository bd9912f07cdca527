package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.SetupSettings;
import org.ecsdelivery.engine.doctor.Doctor;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.stack.SetupResult;
import org.ecsdelivery.engine.stack.SetupResult.End;
import org.ecsdelivery.engine.stack.SetupTold;
import org.ecsdelivery.engine.stack.StackApi;
import org.ecsdelivery.engine.stack.StackApiContract;
import org.ecsdelivery.engine.stack.StackSetup;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CloudFormation over the wire: the port's contract, and whole stacks of the application pipeline's template. */
class CloudFormationStacksWireTest extends StackApiContract {
    private static final Path TEMPLATE_FILE = Path.of("..", "infrastructure", "application-pipeline.yaml");
    private static final String VALUES = """
            ApplicationName=shop
            VpcId=vpc-1
            LoadBalancerSubnetIds=subnet-1,subnet-2
            TaskSubnetIds=subnet-3,subnet-4
            CertificateArn=arn:aws:acm:eu-central-1:123456789012:certificate/1a2b
            AlarmMail=team@example.com
            InitialImage=registry.example.com/shop:1
            CreateQa=true
            QaHost=qa.example.com
            """;

    private final VirtualTime time = new VirtualTime();
    private final LocalAws aws =
            LocalAws.builder().clock(time).timings(TaskTimings.quick()).start();
    private final AwsClients clients =
            QuickAwsClients.of(aws.endpoint(), aws.account().region(), time);
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Override
    protected StackApi stacks() {
        return clients.stacks();
    }

    @Override
    protected void pass(Duration duration) {
        time.pause(duration);
    }

    @Test
    void setsUpAPipelineInWhichTheDoctorFindsNothing() throws Exception {
        SetupResult result = setUp("setup.roles", "true");

        assertThat(result.end()).as(String.join("\n", log)).isEqualTo(End.APPLIED);
        assertThat(result.outputs())
                .containsEntry("Cluster", "shop")
                .containsEntry("QaService", "shop-qa")
                .containsEntry("Region", aws.account().region());
        assertThat(Doctor.examine(clients.pipelines()
                                .pipeline(
                                        new org.ecsdelivery.common.value.ClusterName("shop"),
                                        new org.ecsdelivery.common.value.ServiceName("shop-qa")))
                        .findings())
                .isEmpty();
        assertThat(log).anyMatch(each -> each.startsWith("create  QaService"));
        assertThat(log).doesNotHaveDuplicates();
    }

    @Test
    void asksForConsentToRoles() {
        assertThatThrownBy(this::setUp)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_IAM]")
                .hasMessageContaining("setup.roles");
    }

    @Test
    void tellsAServiceThatDoesNotComeUpAsTheCause() throws Exception {
        aws.ecs().behaviour(image -> true, TaskBehaviour.crashes(1, "no configuration"));

        SetupResult result = setUp("setup.roles", "true");

        assertThat(result.end()).isEqualTo(End.FAILED);
        assertThat(result.text())
                .startsWith("Stack shop could not be set up: QaService (AWS::ECS::Service) is CREATE_FAILED: ")
                .contains("ECS Deployment Circuit Breaker was triggered");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        aws.faults()
                .always("cloudformation", "CreateChangeSet", Fault.denied("arn:aws:cloudformation:*:*:stack/shop/*"));

        assertThatThrownBy(() -> setUp("setup.roles", "true"))
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("cloudformation:CreateChangeSet");
    }

    @Test
    void refusesATemplateThatIsNone() {
        assertThatThrownBy(() -> clients.stacks().parametersOf("Resources: [unclosed"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Template format error");
    }

    @Test
    void readsEventsOfManyPages() throws Exception {
        SetupResult result = setUp(
                "setup.roles",
                "true",
                "setup.parameters",
                VALUES + "CreateDev=true\nDevHost=dev.example.com\nCreateProd=true\nProdHost=www.example.com\n");

        assertThat(result.end()).isEqualTo(End.APPLIED);
        String id = clients.stacks().stack("shop").orElseThrow().id();
        assertThat(clients.stacks().events(id, "build-1")).hasSizeGreaterThan(100);
        assertThat(clients.stacks().events(id, "build-1").get(0).status()).isEqualTo("CREATE_IN_PROGRESS");
    }

    private SetupResult setUp(String... namesAndValues) throws Exception {
        Map<String, String> given = new HashMap<>(
                Map.of("setup.stack", "shop", "setup.template", "pipeline.yaml", "setup.parameters", VALUES));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        SetupSettings settings =
                ((Parsed.Valid<SetupSettings>) SetupParameters.parse(given, References.RESOLVED)).settings();
        String template = Files.readString(TEMPLATE_FILE);
        return new StackSetup(clients.stacks(), time, time, new Cancellation(), new Log())
                .run(settings, () -> template, "build-1", false);
    }

    private final class Log implements SetupTold {
        @Override
        public void say(String line) {
            log.add(line);
        }

        @Override
        public void warn(String line) {
            log.add(line);
        }
    }
}
