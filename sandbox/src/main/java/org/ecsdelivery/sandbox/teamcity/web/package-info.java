/** The pages of {@link org.ecsdelivery.sandbox.teamcity.LocalTeamCity} in a browser, the plugin's own among them. */
@NullMarked
package org.ecsdelivery.sandbox.teamcity.web;

import org.jspecify.annotations.NullMarked;
