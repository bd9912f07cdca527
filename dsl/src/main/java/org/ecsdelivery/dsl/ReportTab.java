package org.ecsdelivery.dsl;

/** A tab on the page of a build, or of a project, that shows a page of its artifacts. */
public final class ReportTab extends TypedSetting<ReportTab> implements ProjectFeature {
    private ReportTab(SettingValues values) {
        super(values);
    }

    /** Returns a tab on builds that have an artifact such as {@code coverage.zip!index.html}. */
    public static ReportTab ofBuild(String title, String startPage) {
        return of("BuildReportTab", title, startPage);
    }

    /** Returns a tab on the project, with a page of the last successful build of a configuration. */
    public static ReportTab ofProject(String title, String startPage, BuildTypeReference source) {
        return of("ProjectReportTab", title, startPage)
                .set("buildTypeId", source)
                .set("revisionRuleName", "lastSuccessful")
                .set("revisionRuleRevision", "latest.lastSuccessful");
    }

    private static ReportTab of(String type, String title, String startPage) {
        return new ReportTab(SettingValues.of("ReportTab"))
                .set("type", type)
                .set("title", title)
                .set("startPage", startPage);
    }

    @Override
    ReportTab copy(SettingValues newValues) {
        return new ReportTab(newValues);
    }
}
