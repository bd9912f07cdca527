package org.ecsdelivery.dsl;

/** Fails a build whose figure is not what it should be. */
public final class MetricFailure extends TypedSetting<MetricFailure> implements Feature {
    private MetricFailure(SettingValues values) {
        super(values);
    }

    /** Returns a condition on a metric such as {@code buildTestCount}, which fails nothing until it is told against what. */
    public static MetricFailure of(String metric) {
        return new MetricFailure(SettingValues.of("BuildFailureOnMetric")).set("metricKey", metric);
    }

    /** Returns this condition failing a build that has more than a value. */
    public MetricFailure moreThan(String value) {
        return against("more", "metricUnitsDefault", value);
    }

    /** Returns this condition failing a build that has less than a value. */
    public MetricFailure lessThan(String value) {
        return against("less", "metricUnitsDefault", value);
    }

    /** Returns this condition failing a build that has so many percent more than the last successful one. */
    public MetricFailure moreByPercent(String percent) {
        return against("more", "metricUnitsPercents", percent).lastSuccessful();
    }

    /** Returns this condition failing a build that has so many percent less than the last successful one. */
    public MetricFailure lessByPercent(String percent) {
        return against("less", "metricUnitsPercents", percent).lastSuccessful();
    }

    private MetricFailure lastSuccessful() {
        return set("withBuildAnchor", "true").set("anchorBuild", "lastSuccessful");
    }

    private MetricFailure against(String direction, String units, String threshold) {
        return set("moreOrLess", direction)
                .set("metricUnits", units)
                .set("metricThreshold", threshold)
                .set("withBuildAnchor", "false");
    }

    @Override
    MetricFailure copy(SettingValues newValues) {
        return new MetricFailure(newValues);
    }
}
