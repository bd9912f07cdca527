/** What TeamCity's health report says about risky settings of our steps. */
@NullMarked
package org.ecsdelivery.server.health;

import org.jspecify.annotations.NullMarked;
