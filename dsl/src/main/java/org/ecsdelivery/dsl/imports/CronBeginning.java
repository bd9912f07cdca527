package org.ecsdelivery.dsl.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.ScheduleTrigger;
import org.ecsdelivery.dsl.Setting;

/** Begins with a cron expression, whose parts are parameters of their own. */
final class CronBeginning implements Beginning {
    private static final List<String> PARTS = List.of("sec", "min", "hour", "dm", "month", "dw", "year");

    @Override
    public Setting made() {
        return ScheduleTrigger.cron("0 0 0 * * ? *");
    }

    @Override
    public Optional<Chain> begin(Map<String, String> wanted, Names names) {
        String expression = PARTS.stream()
                .flatMap(each -> Optional.ofNullable(wanted.get("cronExpression_" + each)).stream())
                .collect(Collectors.joining(" "));
        return "cron".equals(wanted.get("schedulingPolicy"))
                ? Optional.of(Chain.of(ScheduleTrigger.class, "cron", Code.of(expression)))
                : Optional.empty();
    }
}
