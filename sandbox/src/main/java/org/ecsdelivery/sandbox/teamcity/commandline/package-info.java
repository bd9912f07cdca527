/** TeamCity's own step "Command Line", as far as a custom script goes. */
@NullMarked
package org.ecsdelivery.sandbox.teamcity.commandline;

import org.jspecify.annotations.NullMarked;
