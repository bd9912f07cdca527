package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings.Context;
import org.ecsdelivery.common.settings.EnvFileSettings.Tracked;
import org.junit.jupiter.api.Test;

/** Holds the typed feature against the plugin's own table. */
class EnvFileTest {
    private static final EnvFile BARE = EnvFile.at(".env");

    @Test
    void everyParameterOfTheTableCanBeSetAndNoOther() throws Exception {
        Set<String> names = new TreeSet<>(BARE.parameters().keySet());
        for (Method setter : setters()) {
            names.addAll(called(setter, BARE).parameters().keySet());
        }

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        EnvFileParameters.ALL.stream().map(Parameter::name).toList());
    }

    @Test
    void aBareOneNamesItsPathAndNothingElse() {
        assertThat(BARE.parameters()).containsExactly(entry("envFile.path", ".env"));
        assertThat(BARE.type()).isEqualTo(EnvFileFeature.TYPE);
        assertThat(BARE.id()).isEmpty();
        assertThat(BARE.enabled()).isTrue();
    }

    @Test
    void everySetterLeavesTheOneItIsCalledOnAsItWas() throws Exception {
        Map<String, String> before = Map.copyOf(BARE.parameters());
        for (Method setter : setters()) {
            assertThat(called(setter, BARE)).as(setter.getName()).isNotSameAs(BARE);
        }
        assertThat(BARE.parameters()).isEqualTo(before);
    }

    @Test
    void oneWithEverythingSetFollowsTheOrderOfTheTable() throws Exception {
        EnvFile file = BARE;
        for (Method setter : setters()) {
            file = called(setter, file);
        }
        assertThat(file.parameters().keySet())
                .containsExactlyElementsOf(
                        EnvFileParameters.ALL.stream().map(Parameter::name).toList());
    }

    @Test
    void writesEachValueUnderItsOwnName() {
        assertThat(full().parameters())
                .containsExactly(
                        entry("envFile.path", "deploy/.env"),
                        entry("envFile.dialect", "node"),
                        entry("envFile.prefix", "shop."),
                        entry("envFile.parameters", "env.DB_HOST\nMODE=shop.mode"),
                        entry("envFile.template", ".env.template"),
                        entry("envFile.ssm", "/shop/%stage%\nLEVEL=/shop/level"),
                        entry("envFile.secrets", "shop/prod\nDB_PASSWORD=shop/db:password"),
                        entry("envFile.values", "STAGE=%stage%\nFLAGS=-a=b"),
                        entry("envFile.required", "DB_HOST DB_PASSWORD"),
                        entry("envFile.beforeStep", "Image"),
                        entry("envFile.tracked", "WARN"),
                        entry("envFile.context", "IGNORE"),
                        entry("aws.region", "eu-central-1"),
                        entry("aws.roleArn", "arn:aws:iam::123456789012:role/read"));
    }

    @Test
    void thePluginFindsNothingToRefuse() {
        assertThat(EnvFileParameters.parse(full().parameters(), References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
    }

    @Test
    void leavesOutWhatTheFeatureDoesAnyway() {
        assertThat(BARE.readBy(EnvFileDialect.DOCKER)
                        .parametersThatBeginWith("env-file.")
                        .whenTracked(Tracked.FAIL)
                        .inBuildContext(Context.REFUSE)
                        .parameters())
                .containsExactly(entry("envFile.path", ".env"));
    }

    @Test
    void refusesASecretInPlainTextWithoutQuotingIt() {
        assertThatThrownBy(() -> BARE.accessKeys("AKIDEXAMPLE", "wJalrXUtnFEMI"))
                .hasMessageStartingWith("Secret access key (secure:aws.secretAccessKey): the value is neither a token")
                .message()
                .doesNotContain("wJalrXUtnFEMI");
    }

    @Test
    void refusesAValueThatWouldBecomeTwoAndDoesNotQuoteIt() {
        assertThatThrownBy(() -> BARE.value("A", "canary\nB=2"))
                .hasMessageContaining("the value of A has a line end")
                .message()
                .doesNotContain("canary");
    }

    @Test
    void needsAPath() {
        assertThatThrownBy(() -> EnvFile.at(" ")).hasMessageStartingWith("File (envFile.path): nothing is given.");
    }

    @Test
    void keepsItsTypeUnderAnIdAndSwitchedOff() {
        EnvFile file = full().id("ENV").disabled();

        assertThat(file.id()).isEqualTo("ENV");
        assertThat(file.enabled()).isFalse();
        assertThat(file.parameters()).isEqualTo(full().parameters());
    }

    private static EnvFile full() {
        return EnvFile.at("deploy/.env")
                .role("arn:aws:iam::123456789012:role/read")
                .region("eu-central-1")
                .inBuildContext(Context.IGNORE)
                .whenTracked(Tracked.WARN)
                .beforeStep("Image")
                .require("DB_HOST", "DB_PASSWORD")
                .value("STAGE", "%stage%")
                .value("FLAGS", "-a=b")
                .secretsManager("shop/prod")
                .secretsManager("DB_PASSWORD", "shop/db:password")
                .systemsManager("/shop/%stage%")
                .systemsManager("LEVEL", "/shop/level")
                .template(".env.template")
                .parameter("env.DB_HOST")
                .parameter("MODE", "shop.mode")
                .parametersThatBeginWith("shop.")
                .readBy(EnvFileDialect.NODE);
    }

    /** Those that set most come last, so that an empty optional part of one does not undo another. */
    private static List<Method> setters() {
        return Arrays.stream(EnvFile.class.getMethods())
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == EnvFile.class)
                .filter(method -> !Set.of("id", "disabled").contains(method.getName()))
                .sorted(Comparator.comparing(Method::getParameterCount).thenComparing(Method::toString))
                .toList();
    }

    private static EnvFile called(Method setter, EnvFile file) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(setter.getParameterTypes())
                .map(EnvFileTest::sample)
                .toArray();
        return (EnvFile) setter.invoke(file, arguments);
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            Object[] all = type.getEnumConstants();
            return all[all.length - 1];
        }
        return type == String[].class ? new String[] {"%other%"} : "%reference%";
    }
}
