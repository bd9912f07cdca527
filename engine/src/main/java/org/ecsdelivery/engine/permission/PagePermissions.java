package org.ecsdelivery.engine.permission;

import static org.ecsdelivery.engine.permission.Permission.REPOSITORY;
import static org.ecsdelivery.engine.permission.Permission.SERVICE;
import static org.ecsdelivery.engine.permission.Permission.Step.PAGES;
import static org.ecsdelivery.engine.permission.Permission.of;

import java.util.List;

/** The permissions of the settings pages of steps, which all only read. */
final class PagePermissions {
    private static final String TYPED = "names are typed instead of chosen";

    /** Only the table of all permissions asks for them, when its own words are there already. */
    static final List<Permission> ALL = List.of(
            of(PAGES, "sts:GetCallerIdentity", Scope.ANYTHING, "test the connection, which AWS refuses to nobody", "-"),
            of(
                    PAGES,
                    "iam:SimulatePrincipalPolicy",
                    Scope.of("arn:aws:iam::ACCOUNT:role/THIS-ROLE"),
                    "tell which permissions a step lacks",
                    "the test says that it could not look"),
            of(
                    PAGES,
                    "iam:GetRole",
                    Scope.of("arn:aws:iam::ACCOUNT:role/THIS-ROLE"),
                    "know the path of the role, where it has one",
                    "a role with a path cannot be looked at"),
            of(PAGES, "ecs:ListClusters", Scope.ANYTHING, "offer clusters", TYPED),
            of(PAGES, "ecs:ListServices", Scope.ANYTHING, "offer services", TYPED),
            of(PAGES, "ecs:DescribeServices", SERVICE, "offer the containers of a service", TYPED),
            of(PAGES, "ecs:DescribeTaskDefinition", Scope.ANYTHING, "as above", TYPED),
            of(PAGES, "ecr:DescribeRepositories", REPOSITORY, "offer repositories", TYPED));

    private PagePermissions() {}
}
