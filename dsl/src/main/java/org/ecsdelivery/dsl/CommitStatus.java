package org.ecsdelivery.dsl;

/** Tells the host of a repository how a build of a commit went. */
public final class CommitStatus extends TypedSetting<CommitStatus> implements Feature {
    private CommitStatus(SettingValues values) {
        super(values);
    }

    /** Returns the publisher for GitHub, by an access token. */
    public static CommitStatus ofGitHub(Secret token) {
        return new CommitStatus(SettingValues.of("commit-status-publisher"))
                .set("publisherId", "githubStatusPublisher")
                .set("github_host", "https://api.github.com")
                .set("github_authentication_type", "token")
                .set("secure:github_access_token", token.form());
    }

    /** Returns this for one VCS root instead of all. */
    public CommitStatus root(VcsRootReference root) {
        return set("vcsRootId", root);
    }

    @Override
    CommitStatus copy(SettingValues newValues) {
        return new CommitStatus(newValues);
    }
}
