/** Stands in for TeamCity: loads the packaged plugin as TeamCity does and runs build configurations with it. */
@NullMarked
package org.ecsdelivery.sandbox.teamcity;

import org.jspecify.annotations.NullMarked;
