package org.ecsdelivery.dist.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values for the parameters of the application pipeline, and all combinations of those that decide what is created. */
final class PipelineParameters {
    /** What every combination has, and nobody can guess. */
    static final Map<String, String> GIVEN = Map.of(
            "ApplicationName", "shop",
            "VpcId", "vpc-1",
            "LoadBalancerSubnetIds", "subnet-1,subnet-2",
            "TaskSubnetIds", "subnet-3,subnet-4",
            "CertificateArn", "arn:aws:acm:eu-central-1:111122223333:certificate/1a2b",
            "AlarmMail", "team@example.com",
            "InitialImage", "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop:1",
            "DevHost", "dev.example.com",
            "QaHost", "qa.example.com",
            "ProdHost", "www.example.com");

    private PipelineParameters() {}

    static Map<String, String> with(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>(GIVEN);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    static List<Map<String, String>> combinations() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        List<String> flags = List.of("true", "false");
        choices.put("CreateDev", flags);
        choices.put("CreateQa", flags);
        choices.put("CreateProd", flags);
        choices.put("LaunchType", List.of("FARGATE", "EC2"));
        choices.put("NetworkMode", List.of("awsvpc", "bridge"));
        choices.put(
                "OperatingSystem",
                List.of("LINUX", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2022_CORE"));
        choices.put("CpuArchitecture", List.of("X86_64", "ARM64"));
        choices.put("AssignPublicIp", List.of("ENABLED", "DISABLED"));
        choices.put("MinimumHealthyPercent", List.of("50", "100"));
        choices.put("MaximumPercent", List.of("150", "200"));
        choices.put("ProdDesiredCount", List.of("1", "2", "3"));
        List<Map<String, String>> all =
                List.of(with("TaskCpu", "1024", "TaskMemory", "2048", "DevDesiredCount", "2", "QaDesiredCount", "2"));
        for (Map.Entry<String, List<String>> choice : choices.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> each : all) {
                for (String value : choice.getValue()) {
                    Map<String, String> one = new LinkedHashMap<>(each);
                    one.put(choice.getKey(), value);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }
}
