package jetbrains.buildServer.serverSide.auth;

/** What somebody may do; those that are asked for here. */
public enum Permission {
    CANCEL_BUILD,
    CHANGE_SERVER_SETTINGS,
    COMMENT_BUILD,
    CUSTOMIZE_BUILD_PARAMETERS,
    EDIT_PROJECT,
    RUN_BUILD,
    TAG_BUILD,
    VIEW_BUILD_CONFIGURATION_SETTINGS,
    VIEW_BUILD_RUNTIME_DATA,
    VIEW_FILE_CONTENT,
    VIEW_PROJECT
}
