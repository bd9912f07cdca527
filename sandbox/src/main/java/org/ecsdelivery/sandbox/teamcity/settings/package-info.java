/** Builds from settings in XML: what a server makes of a settings directory, and how it runs a chain of builds. */
@NullMarked
package org.ecsdelivery.sandbox.teamcity.settings;

import org.jspecify.annotations.NullMarked;
