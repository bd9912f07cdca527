import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.DeployOrder;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.dsl.Approval;
import org.ecsdelivery.dsl.AwsConnection;
import org.ecsdelivery.dsl.AwsCredentials;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.CoverageStep;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.dsl.FinishTrigger;
import org.ecsdelivery.dsl.GitVcsRoot;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.VcsTrigger;
import org.ecsdelivery.dsl.VersionedSettings;
import org.ecsdelivery.dsl.command.CommandLine;

/**
 * The web shop in TeamCity: tested and built once, then brought to dev, qa and prod as the same images. Run it to write {@code .teamcity},
 * and commit both.
 */
public final class ShopSettings {
    private static final List<String> SERVICES = List.of("web", "worker");

    private final Project shop = Project.of("Shop").name("Web shop").shownInThisOrder();
    private final GitVcsRoot main = shop.git("Main", "https://git.example.com/shop/shop.git");
    private final AwsConnection aws = AwsConnection.ofServer("aws", "AWS", "eu-central-1");

    private Settings all() {
        shop.feature(VersionedSettings.in(main)).feature(aws);
        // empty means AWS itself; otherwise a private endpoint or a stand-in
        shop.param("aws.endpoint", "");
        BuildType tests = tests();
        Map<String, BuildType> images = new LinkedHashMap<>();
        for (String service : SERVICES) {
            images.put(service, image(service, tests));
        }
        Template stage = stage(tests, images);
        BuildType dev = shop.buildType("Dev").from(stage).param("cluster", "shop-dev");
        BuildType qa = shop.buildType("Qa").from(stage).param("cluster", "shop-qa").after(dev);
        BuildType prod = shop.buildType("Prod")
                .from(stage)
                .param("cluster", "shop-prod")
                .param("minutes", "30")
                .param("when.one.fails", "ROLL_BACK_SET")
                .after(qa)
                .feature(Approval.of("group:RELEASE_MANAGERS:1"));
        dev.trigger(FinishTrigger.of(tests).branches("+:<default>"));
        shop.buildType("Release").name("All stages").composite().after(prod);
        return Settings.of(shop);
    }

    /** What everybody may run with changes of their own, from the IDE. */
    private BuildType tests() {
        return shop.buildType("Tests")
                .checkout(main)
                .feature(AwsCredentials.of(aws))
                .feature(EnvFile.at(".env")
                        .readBy(EnvFileDialect.BASH)
                        .template(".env.template")
                        .secretsManager("SHOP_VOUCHER", "shop/tests:voucher")
                        .require("SHOP_NAME")
                        .endpoint("%aws.endpoint%"))
                .param("env-file.SHOP_NAME", "Web shop")
                .step(ScriptStep.of("sh ./run-tests \"%teamcity.tool.jacoco%\"").name("Test"))
                .step(CoverageStep.ofWhatIsFound().name("Publish coverage").atLeast(CoverageMetric.LINES, "80"))
                .trigger(VcsTrigger.ofChanges());
    }

    /** In a personal build the image gets no tag but {@code personal-...}. */
    private BuildType image(String service, BuildType tests) {
        return shop.buildType("Image_" + service)
                .name("Image of " + service)
                .checkout(main)
                .after(tests)
                .buildNumber(tests.parameter("build.number"))
                .feature(AwsCredentials.of(aws))
                .requires(Condition.exists("docker.server.version"))
                .step(ImageStep.of("shop/" + service)
                        .name("Build and push the image")
                        .target(service)
                        .tags("%build.number%", "latest")
                        .buildArgument("VERSION", "%build.number%")
                        .endpoint("%aws.endpoint%"));
    }

    /** What the stages have in common; a deployment takes no changes that nobody has committed. */
    private Template stage(BuildType tests, Map<String, BuildType> images) {
        Template stage = shop.template("Stage")
                .deployment()
                .buildNumber(tests.parameter("build.number"))
                .param("cluster", "")
                .param("minutes", "10")
                .param("when.one.fails", "STOP")
                .feature(AwsCredentials.of(aws))
                .after(tests);
        images.values().forEach(stage::after);
        DeployStep deploy = DeployStep.of("%cluster%", "shop-web").image(pushed(images.get("web")));
        for (String service : SERVICES.subList(1, SERVICES.size())) {
            deploy = deploy.alsoService("shop-" + service, pushed(images.get(service)));
        }
        return stage.step(deploy.name("Deploy to ECS")
                .id("deploy")
                .order(DeployOrder.PARALLEL)
                .onFailure("%when.one.fails%")
                .finishLevel(FinishLevel.STOPPED)
                .timeout("%minutes%")
                .endpoint("%aws.endpoint%"));
    }

    private static String pushed(BuildType image) {
        return image.parameter("ecs-delivery.image.uri");
    }

    public static Settings settings() {
        return new ShopSettings().all();
    }

    public static void main(String[] arguments) {
        CommandLine.of(ShopSettings::settings).main(arguments);
    }
}
