package org.ecsdelivery.server.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jetbrains.buildServer.groups.UserGroup;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SQueuedBuild;
import jetbrains.buildServer.users.SUser;
import org.ecsdelivery.common.policy.BuildBranch;
import org.ecsdelivery.common.policy.PolicedBuild;
import org.ecsdelivery.common.policy.Starter;
import org.jspecify.annotations.Nullable;

/** Tells what policies ask of builds. */
final class Builds {
    private Builds() {}

    static PolicedBuild of(SBuild build) {
        SUser user = build.isPersonal() && build.getOwner() != null
                ? build.getOwner()
                : build.getTriggeredBy().getUser();
        return new PolicedBuild(build.isPersonal(), branch(build.getBranch()), starter(user));
    }

    static PolicedBuild of(BuildPromotion build) {
        SQueuedBuild queued = build.getQueuedBuild();
        SUser starter = queued == null ? null : queued.getTriggeredBy().getUser();
        SUser user = build.isPersonal() && build.getOwner() != null ? build.getOwner() : starter;
        return new PolicedBuild(build.isPersonal(), branch(build.getBranch()), starter(user));
    }

    private static BuildBranch branch(@Nullable Branch branch) {
        return branch == null
                ? BuildBranch.only()
                : new BuildBranch(List.of(branch.getDisplayName(), branch.getName()), branch.isDefaultBranch());
    }

    private static Starter starter(@Nullable SUser user) {
        return user == null
                ? Starter.nobody()
                : new Starter(
                        Optional.of(user.getUsername()),
                        Stream.of(user.getAllUserGroups())
                                .flatMap(List::stream)
                                .map(UserGroup::getKey)
                                .collect(Collectors.toSet()));
    }
}
