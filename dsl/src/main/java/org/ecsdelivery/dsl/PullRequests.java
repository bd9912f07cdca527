package org.ecsdelivery.dsl;

/** Builds pull requests as branches. */
public final class PullRequests extends TypedSetting<PullRequests> implements Feature {
    private PullRequests(SettingValues values) {
        super(values);
    }

    /** Returns the pull requests of GitHub, of members and those who may push, by an access token. */
    public static PullRequests ofGitHub(Secret token) {
        return new PullRequests(SettingValues.of("pullRequests"))
                .set("providerType", "github")
                .set("authenticationType", "token")
                .set("filterAuthorRole", "MEMBER")
                .set("secure:accessToken", token.form());
    }

    /** Returns these of everybody: anybody can then run code on the agents. */
    public PullRequests ofEverybody() {
        return set("filterAuthorRole", "EVERYBODY");
    }

    /** Returns these into branches that rules such as {@code +:refs/heads/main} let through. */
    public PullRequests into(String first, String... more) {
        return set("filterTargetBranch", Lines.of(first, more));
    }

    /** Returns these of one VCS root instead of all. */
    public PullRequests root(VcsRootReference root) {
        return set("vcsRootId", root);
    }

    @Override
    PullRequests copy(SettingValues newValues) {
        return new PullRequests(newValues);
    }
}
