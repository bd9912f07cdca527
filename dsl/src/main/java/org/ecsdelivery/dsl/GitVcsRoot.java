package org.ecsdelivery.dsl;

/** A git repository. What TeamCity enters for a new one is set already: no login, submodules, no files left over from other branches. */
public final class GitVcsRoot extends VcsRoot {
    GitVcsRoot(Project project, AbsoluteId id, String name, String url) {
        super(project, id, "jetbrains.git", name);
        put("agentCleanFilesPolicy", "ALL_UNTRACKED");
        put("agentCleanPolicy", "ON_BRANCH_CHANGE");
        put("authMethod", "ANONYMOUS");
        put("branch", "refs/heads/main");
        put("ignoreKnownHosts", "true");
        put("submoduleCheckout", "CHECKOUT");
        put("url", url);
        put("useAlternates", "AUTO");
        put("usernameStyle", "USERID");
    }

    /** Gives it a name for people. */
    public GitVcsRoot name(String newName) {
        rename(newName);
        return this;
    }

    /** Looks for changes every so many seconds, instead of as often as the server does. */
    public GitVcsRoot checkEvery(int seconds) {
        lookEvery(seconds);
        return this;
    }

    /** Builds another default branch than {@code refs/heads/main}. */
    public GitVcsRoot branch(String reference) {
        return set("branch", reference);
    }

    /** Builds other branches too, by rules such as {@code +:refs/heads/*}. */
    public GitVcsRoot branches(String first, String... more) {
        return set("teamcity:branchSpec", Lines.of(first, more));
    }

    /** Logs in with a name and a password or an access token. */
    public GitVcsRoot login(String user, Secret password) {
        return set("authMethod", "PASSWORD").set("username", user).set("secure:password", password.form());
    }

    /** Logs in with a key that was uploaded to the project under this name. */
    public GitVcsRoot uploadedKey(String keyName) {
        return set("authMethod", "TEAMCITY_SSH_KEY").set("teamcitySshKey", keyName);
    }

    /** Logs in with a token that a connection gave, by its id. */
    public GitVcsRoot accessToken(String tokenId) {
        return set("authMethod", "ACCESS_TOKEN").set("tokenId", tokenId);
    }

    /** Pushes to another address than it fetches from. */
    public GitVcsRoot pushUrl(String url) {
        return set("push_url", url);
    }

    /** Leaves submodules alone. */
    public GitVcsRoot withoutSubmodules() {
        return set("submoduleCheckout", "IGNORE");
    }

    /** Builds tags too, where the rules for branches name them. */
    public GitVcsRoot tags() {
        return set("reportTagRevisions", "true");
    }

    /**
     * Sets a parameter by its raw name, for what has no method here.
     *
     * @throws IllegalArgumentException when the name starts with {@code secure:} and the value is a secret in plain text
     */
    public GitVcsRoot set(String parameter, String value) {
        put(parameter, value);
        return this;
    }
}
