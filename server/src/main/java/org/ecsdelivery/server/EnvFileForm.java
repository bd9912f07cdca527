package org.ecsdelivery.server;

import static org.ecsdelivery.common.settings.EnvFileParameters.BEFORE_STEP;
import static org.ecsdelivery.common.settings.EnvFileParameters.CONTEXT;
import static org.ecsdelivery.common.settings.EnvFileParameters.DIALECT;
import static org.ecsdelivery.common.settings.EnvFileParameters.PARAMETERS;
import static org.ecsdelivery.common.settings.EnvFileParameters.PATH;
import static org.ecsdelivery.common.settings.EnvFileParameters.PREFIX;
import static org.ecsdelivery.common.settings.EnvFileParameters.REQUIRED;
import static org.ecsdelivery.common.settings.EnvFileParameters.SECRETS;
import static org.ecsdelivery.common.settings.EnvFileParameters.SSM;
import static org.ecsdelivery.common.settings.EnvFileParameters.TEMPLATE;
import static org.ecsdelivery.common.settings.EnvFileParameters.TRACKED;
import static org.ecsdelivery.common.settings.EnvFileParameters.VALUES;

import java.util.List;
import org.ecsdelivery.common.settings.AwsParameters;

/** How the page of the env file feature groups its fields; a bean that the page makes itself. */
public final class EnvFileForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of("File", List.of(PATH, DIALECT, BEFORE_STEP)),
            SettingsGroup.of("Variables", List.of(PREFIX, PARAMETERS, TEMPLATE, SSM, SECRETS, VALUES, REQUIRED)),
            SettingsGroup.of("Leak guards", List.of(CONTEXT, TRACKED)),
            SettingsGroup.of("AWS access", AwsParameters.ALL));

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
